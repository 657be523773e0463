import Basics
import Foundation
import Intake
import Model

/// Reads and scores every file of the input, files side by side.
///
/// - Throws: `Refusal` when the cases or any other file cannot be read.
func receive(
    _ folder: InputFolder, _ definitions: Definitions, jobs: Int, _ findings: inout Findings,
    progress: @escaping @Sendable (RunProgress) -> Void
) throws -> Received {
    for finding in folder.findings { findings.report(finding) }
    let cases = CaseReception.read(folder.sources(definitions.intake) { $0 == .cases })
    try refuseWithoutCases(cases, folder)
    let reading = InputReading(folder, definitions, cases, progress: progress)
    let pieces = reading.pieces
    let results = Workers.map(pieces.count, workers: jobs) { reading.read(pieces[$0]) }
    var joining = Joining(folder, definitions, cases, jobs: jobs)
    for (piece, result) in zip(pieces, results).sorted(by: { $0.0.position < $1.0.position }) {
        try joining.add(result, at: piece.position)
    }
    return joining.received(&findings)
}

/// Without usable cases there is nothing to count families by.
private func refuseWithoutCases(_ cases: CaseReception, _ folder: InputFolder) throws {
    guard !cases.files.isEmpty else {
        throw Refusal(
            .inputUnreadable,
            [
                Finding(
                    .inputUnreadable, .error, at: Place(folder.path + "/cases.csv"),
                    "there is no file of cases")
            ])
    }
    let refused = cases.files.filter { $0.isRefused || $0.isUnreadable }
    guard refused.isEmpty else {
        throw Refusal(.inputUnreadable, refused.flatMap(\.findings.items))
    }
}
