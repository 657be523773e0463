import Basics
import Intake
import Model
import Outcomes

/// What a check of a pipeline found.
public struct PipelineCheck: Sendable {
    /// How many files of definitions are right.
    public var definitions: Int
    /// How many worked examples came out as declared.
    public var examples: Int
    /// Rows with a header: `file;rows;used;rejected;duplicates`, and `withdrawn` where the pipeline
    /// has a list of withdrawn consents.
    public var quality: [[String]]
    public var findings: Findings
}

/// Checks a pipeline's definitions with their examples and the quality of its input, and writes
/// nothing.
///
/// - Throws: `Refusal` when a definition is wrong or the input cannot be read.
public func checkPipeline(_ request: RunRequest) throws -> PipelineCheck {
    let definitions = try Definitions(pipeline: request.pipeline, option: request.definitions)
    let place = RunPlace(request, definitions.pipeline)
    var findings = Findings()
    let received = try receive(
        place, definitions, dates: SourceDates(asOf: request.asOf), jobs: request.jobs, &findings
    ) { _ in }
    let conclusions = conclude(OutcomeInput(received, definitions, asOf: request.asOf))
    for finding in conclusions.findings { findings.report(finding) }
    received.reportStaleness(
        on: request.asOf, after: definitions.pipeline.staleAfterDays, &findings)
    for warning in definitions.warnings { findings.report(warning) }
    return PipelineCheck(
        definitions: definitions.digests.count,
        examples: definitions.instruments.reduce(0) { $0 + $1.examples.count },
        quality: received.qualityRows, findings: findings)
}

extension Received {
    /// What became of the rows of each file, below a header.
    fileprivate var qualityRows: [[String]] {
        let hasList = withdrawals != nil
        let header =
            ["file", "rows", "used", "rejected", "duplicates"] + (hasList ? ["withdrawn"] : [])
        return [header]
            + files.map { file in
                let counts = file.counts
                let numbers =
                    [counts.rows, counts.used, counts.rejected, counts.duplicates]
                    + (hasList ? [counts.withdrawn] : [])
                return [file.file] + numbers.map(String.init)
            }
    }
}
