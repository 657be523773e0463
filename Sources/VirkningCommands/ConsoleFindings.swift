import ArgumentParser
import Basics
import Foundation

/// Prints findings to standard error: one line each, at most five of a kind per file, then a count.
struct ConsoleFindings {
    /// Prints all findings, errors first within the order in which they were found.
    static func print(_ findings: Findings) {
        for finding in findings.items { print(finding) }
        let shown = Dictionary(grouping: findings.items) {
            Findings.Kind(file: $0.place.file, code: $0.code, severity: $0.severity)
        }
        let more = findings.counts.compactMap { kind, total in
            let rest = total - (shown[kind]?.count ?? 0)
            return rest > 0 ? (kind, rest) : nil
        }
        let sorted = more.sorted { ($0.0.file, $0.0.code.id) < ($1.0.file, $1.0.code.id) }
        for (kind, rest) in sorted {
            let place = "\(kind.file): \(kind.severity.word)"
            write("\(place): and \(rest) more like this [\(kind.code.id)]")
        }
    }

    /// Prints one finding with its explanation and remedy indented below it.
    static func print(_ finding: Finding) {
        write(finding.line)
        if let explanation = finding.explanation { write("  \(explanation)") }
        if finding.severity == .error {
            write("  \(finding.remedy ?? finding.code.remedy.english)")
        }
    }

    /// Writes one line to standard error with anything shaped like a CPR number masked.
    static func write(_ line: String) {
        let safe = Shape.printable(CivilRegistrationNumber.masked(line)) + "\n"
        // Nobody may be left to read it; that is no reason to stop.
        try? FileHandle.standardError.write(contentsOf: Data(safe.utf8))
    }
}

extension Refusal {
    /// Prints the refusal's findings and gives the exit status that tells who must act.
    func printed() -> ExitCode {
        for finding in findings { ConsoleFindings.print(finding) }
        return ExitCode(reason.rawValue)
    }
}

/// Runs a command's work; a refusal becomes findings on standard error and its exit status.
func refusing(_ work: () throws -> Void) throws {
    do {
        try work()
    } catch let refusal as Refusal {
        throw refusal.printed()
    }
}
