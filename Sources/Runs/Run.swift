import Basics
import Budgets
import CLinux
import Disclosure
import Foundation
import Intake
import Model
import Outcomes
import Reporting

/// Runs a pipeline: read → score → compare → weigh → protect → compose → render → publish.
///
/// A pure function of the input files, the earlier published periods and answers, the definitions,
/// the as-of date and the program's version; only `status.json` has a clock.
///
/// - Throws: `Refusal` when the run did not take place; the last good report is then as it was.
public func runPipeline(
    _ request: RunRequest, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
) throws -> RunResult {
    // Columns of a nation are megabytes, and each stage lets go of those before it.
    return_blocks_from(2 << 20)
    let definitions = try Definitions(
        pipeline: request.pipeline, option: request.definitions, workers: request.jobs)
    let place = RunPlace(request, definitions.pipeline)
    try ScratchFolder.makeFolder(
        place.published, permissions: request.profile == .internal ? 0o700 : 0o755)
    let run = Run(request: request, definitions: definitions, place: place, progress: progress)
    return try RunLock(folder: place.published).held {
        do {
            let result = try run.story()
            Status(result, period: run.period.name).write(in: place.published)
            return result
        } catch let refusal as Refusal {
            Status(refusal).write(in: place.published)
            throw refusal
        }
    }
}

/// One run under its lock.
struct Run {
    let request: RunRequest
    let definitions: Definitions
    let place: RunPlace
    let progress: @Sendable (RunProgress) -> Void

    /// The period that the as-of date falls in.
    var period: Period { Period(definitions.pipeline.period, asOf: request.asOf) }

    /// Whether the edition is for those who know the families anyway.
    var isInternal: Bool { request.profile == .internal }

    /// The language of the report.
    var language: Language { request.language ?? definitions.pipeline.language }

    /// The whole of it, in order.
    func story() throws -> RunResult {
        var findings = Findings()
        let pseudonyms = try Pseudonyms.underKey(at: place.key)
        let last = try EarlierPeriod.last(before: period, in: place.reports)
        var received = try receive(since: last, &findings)
        tell(.comparing)
        var (conclusions, budgets) = compareAndWeigh(&received, &findings)
        tell(.protecting)
        let withdrawals = received.withdrawals?.mark(under: pseudonyms)
        let known = try known(received, withdrawals, last)
        let given = try given(before: known)
        let before = try periodBefore(last)
        let material = RunMaterial(
            received: received, conclusions: conclusions.withoutChanges(), findings: findings,
            pseudonyms: pseudonyms,
            earlier: ([known, before].compactMap(\.self) + given).map(\.digest).withoutRepeats(),
            withdrawals: withdrawals)
        // Whatever may refuse the run comes before anything is written.
        let figures = isInternal ? nil : try known?.published(workers: request.jobs)
        let lastShown = try figures?.withWhatWasShown(before: given, workers: request.jobs)
        // The figures known are the last period's own, as a rule, and are read already.
        let earlier = try before.map {
            try report(of: $0, $0.digest == known?.digest ? figures : nil)
        }
        let publication = try begin(material)
        let disclosed = protect(received, conclusions, lastShown)
        // From here on the tables are read instead.
        conclusions.changes = []
        tell(.composing)
        let context = reportContext(
            received, disclosed, disclose(budgets, beside: disclosed), earlier)
        let edition = Edition(context: context, definitions: definitions)
        tell(.publishing)
        return try publish(edition, material, in: publication)
    }

    /// Draws all conclusions; whoever reads them later needs no assessments, save the family
    /// sheets.
    private func compareAndWeigh(
        _ received: inout Received, _ findings: inout Findings
    ) -> (Conclusions, [WeighedBudget]) {
        var input = OutcomeInput(received, definitions, asOf: request.asOf)
        input.mostTeams = definitions.pipeline.mostTeams
        input.keepsSeries = writesSheets(received.cases)
        if !input.keepsSeries { received.scored = [] }
        var rest = input
        rest.scored = []
        let weighings = BudgetWeighings(definitions.budgets)
        let conclusions = conclude(
            consume input, workers: request.jobs, beside: [{ _ = weighings.all }])
        for finding in conclusions.findings { findings.report(finding) }
        tell(.weighing)
        return (conclusions, weigh(weighings, rest, conclusions, &findings))
    }

    /// Reads everything and says what is odd about it.
    private func receive(
        since last: EarlierPeriod?, _ findings: inout Findings
    ) throws -> Received {
        let received = try Runs.receive(
            place, definitions, dates: SourceDates(asOf: request.asOf, since: last?.asOf),
            jobs: request.jobs, &findings, progress: progress)
        received.reportStaleness(
            on: request.asOf, after: definitions.pipeline.staleAfterDays, &findings)
        for warning in definitions.warnings { findings.report(warning) }
        return received
    }

    /// The figures that this edition must agree with; an internal one need not with any.
    private func known(
        _ received: Received, _ withdrawals: String?, _ last: EarlierPeriod?
    ) throws -> EarlierPeriod? {
        guard !isInternal else { return last }
        let digest = AnswerLedger.digest(
            of: received.inputs + definitions.digests, withdrawals: withdrawals)
        return try ledger.known(asOf: request.asOf, digest: digest, last: last)
    }

    /// The figures given before those, where they do not tell all that was last shown.
    private func given(before known: EarlierPeriod?) throws -> [EarlierPeriod] {
        guard !isInternal, let known else { return [] }
        return try ledger.given(before: known, definitions.pipeline.smallNumbers)
    }

    private var ledger: AnswerLedger { AnswerLedger(place, definitions.pipeline.period) }

    /// A period as the pages may speak of it; its figures are read where they are not yet.
    private func report(
        of earlier: EarlierPeriod, _ figures: EarlierPublished?
    ) throws -> EarlierReport {
        EarlierReport(
            try figures ?? earlier.published(workers: request.jobs),
            isOtherwiseMade: earlier.isOtherwiseMade(Program.version, definitions.digests))
    }

    /// The period that readers compare this edition with: the last one of its own profile.
    private func periodBefore(_ lastPublished: EarlierPeriod?) throws -> EarlierPeriod? {
        try isInternal
            ? EarlierPeriod.last(before: period, in: place.published, profile: request.profile)
            : lastPublished
    }

    private func tell(_ stage: RunProgress.Stage) {
        progress(RunProgress(stage: stage))
    }
}

extension OutcomeInput {
    init(_ received: Received, _ definitions: Definitions, asOf: CalendarDate) {
        self.init(
            cases: received.cases, persons: received.persons,
            instruments: definitions.instruments, scored: received.scored,
            indicators: received.indicators, goals: received.goals,
            programmes: definitions.programmes, asOf: asOf)
    }
}

/// What a run knows when it comes to publish, beside the pages.
struct RunMaterial {
    var received: Received
    var conclusions: Conclusions
    var findings: Findings
    var pseudonyms: Pseudonyms
    /// The records of the figures that these had to agree with, and are compared with.
    var earlier: [FileDigest]
    /// What stands for the list of withdrawn consents, where there is one.
    var withdrawals: String?
}

extension Conclusions {
    /// The conclusions for those who have the tables instead of the changes.
    fileprivate func withoutChanges() -> Conclusions {
        var rest = self
        rest.changes = []
        return rest
    }
}

extension [FileDigest] {
    /// The digests in the order of their paths, each once.
    fileprivate func withoutRepeats() -> [FileDigest] {
        Set(self).sorted { ($0.path, $0.sha256) < ($1.path, $1.sha256) }
    }
}
