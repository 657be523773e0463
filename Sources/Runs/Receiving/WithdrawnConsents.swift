import Basics
import Foundation
import Intake
import Tables

extension Withdrawals {
    /// Reads a pipeline's list of withdrawn consents; nothing where the pipeline names none.
    ///
    /// - Throws: `Refusal` when the list cannot be read whole.
    static func read(at place: RunPlace) throws -> Withdrawals? {
        try place.exclusions.map { try read(.file($0), name: $0) }
    }

    /// What stands for the list in a manifest, 16 hexadecimal digits.
    ///
    /// It is made under the key: a short list of short identifiers could be guessed from a plain
    /// digest.
    func mark(under pseudonyms: Pseudonyms) -> String {
        let lines = entries.sorted().map { $0.owner + "\u{1F}" + $0.person }
        return pseudonyms.of(lines.joined(separator: "\u{1E}"))
    }
}

extension Received {
    /// What stands for the list of withdrawn consents, where there is one.
    func withdrawalsMark(_ place: RunPlace) throws -> String? {
        try withdrawals.map { $0.mark(under: try Pseudonyms.underKey(at: place.key)) }
    }

    /// Says how many were left out, and how many rows of the list met nobody; never who.
    func reportWithdrawals(listedIn file: String, _ findings: inout Findings) {
        guard let withdrawals else { return }
        let met = files.reduce(into: Set<Withdrawals.Entry>()) { $0.formUnion($1.turnedAway) }
        let cases = met.count { $0.person.isEmpty }
        let persons = met.count - cases
        let rows = files.reduce(0) { $0 + $1.counts.withdrawn }
        findings.report(
            Finding(
                .consentWithdrawn, .note, at: Place(file),
                "\(cases) \(cases == 1 ? "case" : "cases") and \(persons) "
                    + "\(persons == 1 ? "person" : "persons") are left out, "
                    + "\(rows) \(rows == 1 ? "row" : "rows") in all"))
        let listed = withdrawals.entries
        let unmet = listed.subtracting(met).count
        guard unmet > 0 else { return }
        findings.report(
            Finding(
                .withdrawalUnmatched, .note, at: Place(file),
                "\(unmet) of \(listed.count) \(listed.count == 1 ? "entry" : "entries") "
                    + "\(unmet == 1 ? "names" : "name") nobody in the input"))
    }
}
