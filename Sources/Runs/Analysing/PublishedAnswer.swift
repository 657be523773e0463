import Basics
import Disclosure
import Exporting
import Foundation
import Model
import Outcomes

/// An answer that anybody may see: cut from the tables that a report would publish.
///
/// Two rules keep answers from being subtracted from each other. Groups are those of the report
/// only, protected together; and answers go forward in time, one state of the input a day, each
/// protected against the newest one before it, be it an answer or a published period.
struct PublishedAnswer {
    private let question: Question
    private var input: OutcomeInput
    private let received: Received
    private let definitions: Definitions
    private let place: RunPlace
    private let ledger: AnswerLedger

    init(
        _ question: Question, _ input: OutcomeInput, _ received: Received,
        _ definitions: Definitions, _ request: RunRequest
    ) throws {
        guard question.isNested else {
            throw Refusal.tooFine(
                "published groups are programmes, municipalities in one, and teams in one of those")
        }
        guard question.method == nil else {
            throw Refusal.tooFine(
                "a second judgement of the same change could be subtracted from the published one")
        }
        self.question = question
        self.input = input
        // As in the report: an answer by teams is not to be had where the report has none.
        self.input.mostTeams = definitions.pipeline.mostTeams
        self.received = received
        self.definitions = definitions
        place = RunPlace(request, definitions.pipeline)
        ledger = AnswerLedger(place, definitions.pipeline.period)
    }

    /// The rows asked for; the ledger holds them before they are given.
    ///
    /// The lock is the run's: no report may be published between looking at the ledger and
    /// writing in it, and the other way round.
    func rows() throws -> [[String]] {
        try ledger.prepare()
        try ScratchFolder.makeFolder(place.reports, permissions: 0o755)
        return try RunLock(folder: place.reports).held {
            let day = input.asOf
            let digest = AnswerLedger.digest(
                of: received.inputs + definitions.digests,
                withdrawals: try received.withdrawalsMark(place))
            var entry = try ledger.entry(for: day, digest: digest)
            let tables = disclose(
                Disclosable(
                    conclude(input), instruments: definitions.instruments,
                    programmes: definitions.programmes),
                rules: rules, earlier: try lastShown(before: entry))
            if entry.isNew {
                entry.keepsEarlier = rules.keepsEarlier
                try ledger.write(entry, tables.tables.map { ($0.name, tableText($0)) })
            }
            return tables["outcomes"].map(question.rows) ?? []
        }
    }
}

extension PublishedAnswer {
    private var rules: SmallNumbers { definitions.pipeline.smallNumbers }

    /// The figures that an answer must agree with.
    private func lastShown(before entry: AnswerLedger.Entry) throws -> EarlierPublished? {
        guard let known = try entry.earlier.flatMap(ledger.given) else { return nil }
        return try known.published(workers: 1).withWhatWasShown(
            before: ledger.given(before: known, rules), workers: 1)
    }
}

extension Refusal {
    /// A question to which the published profile gives no answer.
    static func tooFine(_ summary: String) -> Refusal {
        Refusal(.usage, [Finding(.questionTooFine, .error, at: Place("virkning"), summary)])
    }
}
