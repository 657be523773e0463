import Basics
import Intake
import Model
import Tables

extension Run {
    /// What only those who know the families may see: rejected rows, findings, lists of who is
    /// due and who is not on track, and what disclosure control hid.
    func privateFiles(
        _ received: Received, _ conclusions: Conclusions, _ edition: Edition,
        _ pseudonyms: Pseudonyms, _ findings: Findings
    ) throws -> [OutputFile] {
        var rejected: [UInt8] = []
        writeRejected(received.files, pseudonyms: pseudonyms, language: language) {
            rejected += $0
        }
        return [
            OutputFile("findings.csv", findingsFile(findings, language)),
            OutputFile("rejected.csv", rejected),
        ]
    }
}
