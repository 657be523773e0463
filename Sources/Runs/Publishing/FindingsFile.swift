import Basics
import Tables

/// Writes `findings.csv`, the private list of what was found: kept findings and all counts.
func findingsFile(_ findings: Findings, _ language: Language) -> [UInt8] {
    var writer = RecordWriter(formulaNeutral: true)
    writer.write(["file", "line", "column", "severity", "code", "summary", "count", "remedy"])
    for finding in findings.items {
        writer.write([
            CivilRegistrationNumber.masked(finding.place.file),
            finding.place.line.map(String.init) ?? "", finding.place.column.map(String.init) ?? "",
            finding.severity.word, finding.code.id,
            CivilRegistrationNumber.masked(finding.summary), "1",
            finding.remedy ?? finding.code.remedy[language],
        ])
    }
    for (kind, count) in findings.sortedCounts {
        writer.write([
            CivilRegistrationNumber.masked(kind.file), "", "", kind.severity.word, kind.code.id,
            kind.code.title[language], String(count), kind.code.remedy[language],
        ])
    }
    return writer.bytes
}

extension Findings {
    /// All counts, in the byte order of file and code.
    var sortedCounts: [(kind: Kind, count: Int)] {
        counts.map { (kind: $0.key, count: $0.value) }.sorted {
            ($0.kind.file, $0.kind.code.id, $0.kind.severity) < (
                $1.kind.file, $1.kind.code.id, $1.kind.severity
            )
        }
    }
}
