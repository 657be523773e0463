import Basics
import Disclosure
import Exporting
import Model
import Outcomes

/// Answers a question about change from the input of a pipeline.
///
/// Reads and concludes as a run does. For the profile `published` the answer is cut from the
/// tables that a report would publish, and noted in a private ledger.
///
/// - Throws: `Refusal` when a name is unknown, the question goes too far, a definition is wrong
///   or the input cannot be read.
public func analyse(_ request: AnalysisRequest) throws -> Analysis {
    let definitions = try Definitions(
        pipeline: request.run.pipeline, option: request.run.definitions)
    let question = try Question(request, definitions)
    let place = RunPlace(request.run, definitions.pipeline)
    var findings = Findings()
    let received = try receive(
        place, definitions, dates: SourceDates(asOf: request.run.asOf), jobs: request.run.jobs,
        &findings
    ) { _ in }
    let input = OutcomeInput(received, definitions, asOf: request.run.asOf)
    try question.refuseUnknownGroups(in: input.cases)
    var answer: [[String]]
    if request.run.profile == .published {
        answer = try PublishedAnswer(question, input, received, definitions, request.run).rows()
    } else {
        answer = question.isNested ? nestedRows(question, input) : freeRows(question, input)
    }
    if answer.isEmpty { findings.report(question.nothingFound) }
    var header = Analysis.columns
    var notes: [String] = []
    if let method = question.method {
        let judging = MethodJudging(method, input, question)
        header += MethodJudging.header
        // What is kept stands last, as in every table.
        answer = answer.map { $0.dropLast() + judging.cells(for: $0) + $0.suffix(1) }
        notes = judging.notes
    }
    header.append(KeptColumn.name)
    return Analysis(header: header, rows: answer, findings: findings, notes: notes)
}

extension Question {
    /// Says that nobody was measured by what was asked for.
    fileprivate var nothingFound: Finding {
        Finding(
            .nothingFound, .note, at: Place("virkning"),
            "no series of these scales stands in these groups")
    }
}

extension Analysis {
    /// The columns of `data/outcomes.csv`, but the last.
    static let columns = [
        "programme", "municipality", "team", "scale", "informant", "horizon", "n_measured",
        "n_missing", "n_no_baseline", "n_ended", "n_not_yet_due", "mean_baseline",
        "mean_follow_up", "mean_improvement", "mean_improvement_low", "mean_improvement_high",
        "sd_improvement", "d", "d_low", "d_high", "improved", "no_change", "deteriorated",
        "share_improved", "share_improved_low", "share_improved_high", "share_bound_low",
        "share_bound_high",
    ]
}

/// The rows of groups that every report has: one reading of the input is enough.
private func nestedRows(_ question: Question, _ input: OutcomeInput) -> [[String]] {
    guard let table = openOutcomes(input) else { return [] }
    return question.rows(of: table)
}

/// The rows of any other groups, each read by itself.
private func freeRows(_ question: Question, _ input: OutcomeInput) -> [[String]] {
    var input = input
    input.keepsFamilies = false
    input.scored = question.wantedTables(input)
    return question.subsets(of: input.cases, asOf: input.asOf).flatMap { subset -> [[String]] in
        var part = input
        part.cases = subset.cases
        guard let table = openOutcomes(part) else { return [] }
        return question.rows(ofAll: table, keys: subset.keys)
    }
}

/// The table of change as it is, for those who know the families anyway.
private func openOutcomes(_ input: OutcomeInput) -> DisclosedTable? {
    let disclosable = Disclosable(
        conclude(input), instruments: input.instruments, programmes: input.programmes)
    return discloseInternally(disclosable, rules: SmallNumbers())["outcomes"]
}
