import Basics
import Foundation
import Intake
import Model
import Synchronization

/// Reads and scores every file of the input, files side by side, without those who have
/// withdrawn consent. `dates` says from when on rows are new.
///
/// - Throws: `Refusal` when the list of withdrawn consents, the cases or any other file cannot be
///   read.
func receive(
    _ place: RunPlace, _ definitions: Definitions, dates: SourceDates, jobs: Int,
    _ findings: inout Findings,
    progress: @escaping @Sendable (RunProgress) -> Void
) throws -> Received {
    let withdrawals = try Withdrawals.read(at: place)
    let folder = try InputFolder(
        path: place.input, layout: definitions.intake, leavingOut: place.exclusions)
    for finding in folder.findings { findings.report(finding) }
    var (cases, digests) = folder.readCases(
        definitions.intake, without: withdrawals ?? Withdrawals(), workers: jobs)
    try refuseWithoutCases(cases, folder)
    let aliases = definitions.pipeline.aliases
    cases.cases.rename(municipalities: aliases.municipalities, teams: aliases.teams)
    let reading = InputReading(
        folder, definitions, cases, digested: Set(digests.keys), progress: progress)
    let pieces = reading.pieces
    let results = Workers.map(pieces.count, workers: jobs) { reading.read(pieces[$0]) }
    var joining = Joining(folder, definitions, cases, dates, jobs: jobs)
    for (piece, result) in zip(pieces, results).sorted(by: { $0.0.position < $1.0.position }) {
        try joining.add(result, at: piece.position)
    }
    for digest in digests.values { try joining.add(.digest(digest), at: 0) }
    var received = joining.received(&findings)
    received.withdrawals = withdrawals
    received.reportWithdrawals(listedIn: place.exclusions ?? "", &findings)
    for finding in received.cases.nameVariants(file: received.fileNames.cases.first ?? "") {
        findings.report(finding)
    }
    return received
}

extension InputFolder {
    /// Reads the cases, which everybody else waits for; another worker digests files until then.
    fileprivate func readCases(
        _ layout: IntakeLayout, without withdrawals: Withdrawals, workers: Int
    ) -> (cases: CaseReception, digests: [String: Result<FileDigest, any Error>]) {
        let isRead = Atomic(false)
        let digests = Mutex<[String: Result<FileDigest, any Error>]>([:])
        let cases = Workers.map(2, workers: workers) { piece -> CaseReception? in
            if piece == 0 {
                defer { isRead.store(true, ordering: .releasing) }
                return CaseReception.read(
                    sources(layout) { $0 == .cases }, without: withdrawals)
            }
            for name in bySize where !isRead.load(ordering: .acquiring) {
                let digest = Result { try FileDigest(of: path + "/" + name, as: name) }
                digests.withLock { $0[name] = digest }
            }
            return nil
        }
        return (cases[0]!, digests.withLock { $0 })
    }

    /// The names of all matched files, the shortest first.
    private var bySize: [String] {
        matches.indices.sorted { (sizes[$0], $0) < (sizes[$1], $1) }.map { matches[$0].name }
    }
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
