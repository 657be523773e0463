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
        path: place.input, layout: definitions.intake, leavingOut: place.notInput)
    for finding in folder.findings { findings.report(finding) }
    let reading = InputReading(folder: folder, definitions: definitions, progress: progress)
    let (readCases, results) = try reading.readAll(
        without: withdrawals ?? Withdrawals(), workers: jobs)
    var cases = readCases
    let aliases = definitions.pipeline.aliases
    cases.cases.rename(municipalities: aliases.municipalities, teams: aliases.teams)
    let known = KnownCases(cases, definitions.programmes)
    var joining = Joining(folder, definitions, cases, dates, jobs: jobs) {
        reading.readAndScore($0, known, births: $1)
    }
    for (piece, result) in results { try joining.add(result, at: piece.position) }
    var received = try joining.received(&findings)
    received.withdrawals = withdrawals
    received.reportWithdrawals(listedIn: place.exclusions ?? "", &findings)
    for finding in received.cases.nameVariants(file: received.fileNames.cases.first ?? "") {
        findings.report(finding)
    }
    received.reportUnknownNames(definitions, &findings)
    return received
}

extension InputReading {
    /// Does all pieces, and gives what they gave in the order of the files.
    ///
    /// One worker reads the cases, which the other pieces are read by; the others digest files
    /// until then.
    ///
    /// - Throws: `Refusal` when there are no cases to read by.
    fileprivate func readAll(
        without withdrawals: Withdrawals, workers: Int
    ) throws -> (cases: CaseReception, results: [(piece: Piece, result: ReadingResult)]) {
        let queue = ReadingQueue(pieces)
        let received = Mutex<Result<CaseReception, Refusal>?>(nil)
        let results = Workers.map(max(1, workers), workers: workers) { worker in
            if worker == 0 {
                let cases = readCases(without: withdrawals)
                queue.open(with: try? KnownCases(cases.get(), definitions.programmes))
                received.withLock { $0 = cases }
            }
            var results: [(piece: Piece, result: ReadingResult)] = []
            while let (piece, cases) = queue.next() {
                results.append((piece, read(piece, by: cases)))
            }
            return results
        }
        let cases = try received.withLock { $0! }.get()
        return (cases, results.joined().sorted { $0.piece.order < $1.piece.order })
    }

    private func readCases(without withdrawals: Withdrawals) -> Result<CaseReception, Refusal> {
        let cases = CaseReception.read(
            folder.sources(definitions.intake) { $0 == .cases }, without: withdrawals)
        return refusal(of: cases).map { .failure($0) } ?? .success(cases)
    }

    /// Without usable cases there is nothing to count families by.
    private func refusal(of cases: CaseReception) -> Refusal? {
        guard !cases.files.isEmpty else {
            return Refusal(
                .inputUnreadable,
                [
                    Finding(
                        .inputUnreadable, .error, at: Place(folder.path + "/cases.csv"),
                        "there is no file of cases")
                ])
        }
        let refused = cases.files.filter { $0.isRefused || $0.isUnreadable }
        return refused.isEmpty
            ? nil : Refusal(.inputUnreadable, refused.flatMap(\.findings.items))
    }
}

extension InputReading.Piece {
    /// By file; of one file, its digest comes last.
    fileprivate var order: (Int, Int) { (position, needsCases ? 0 : 1) }
}
