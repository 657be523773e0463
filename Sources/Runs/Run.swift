import Basics
import Budgets
import Disclosure
import Foundation
import Intake
import Model
import Outcomes
import Reporting

/// Runs a pipeline: read → score → compare → weigh → protect → compose → render → publish.
///
/// A pure function of the input files, the earlier published periods, the definitions, the as-of
/// date and the program's version; only `status.json` has a clock.
///
/// - Throws: `Refusal` when the run did not take place; the last good report is then as it was.
public func runPipeline(
    _ request: RunRequest, progress: @escaping @Sendable (RunProgress) -> Void = { _ in }
) throws -> RunResult {
    let definitions = try Definitions(pipeline: request.pipeline, option: request.definitions)
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

    /// The language of the report.
    var language: Language { request.language ?? definitions.pipeline.language }

    /// The whole of it, in order.
    func story() throws -> RunResult {
        var findings = Findings()
        let pseudonyms = try Pseudonyms.underKey(at: place.key)
        let folder = try InputFolder(path: place.input, layout: definitions.intake)
        let received = try receive(
            folder, definitions, jobs: request.jobs, &findings, progress: progress)
        tell(.comparing)
        let input = OutcomeInput(received, definitions, asOf: request.asOf)
        var conclusions = conclude(input, workers: request.jobs)
        for finding in conclusions.findings { findings.report(finding) }
        tell(.weighing)
        let budgets = weigh(input, conclusions, &findings)
        tell(.protecting)
        let earlier = EarlierPeriod(
            before: period, in: place.published, profile: request.profile)
        let disclosed = protect(received, conclusions, earlier)
        // Half a million rows of a nation that nobody reads any more.
        conclusions.changes = []
        tell(.composing)
        let context = reportContext(
            received, disclosed, disclose(budgets, beside: disclosed), earlier)
        let edition = Edition(context: context, definitions: definitions, workers: request.jobs)
        tell(.publishing)
        let material = RunMaterial(
            received: received, conclusions: conclusions, findings: findings,
            pseudonyms: pseudonyms, earlier: earlier?.digest)
        return try publish(edition, material)
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
    /// The manifest of the period before: figures had to agree with it, and are compared with it.
    var earlier: FileDigest?
}
