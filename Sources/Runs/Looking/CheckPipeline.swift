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
    /// Rows with a header: `file;rows;used;rejected;duplicates`.
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
    let folder = try InputFolder(path: place.input, layout: definitions.intake)
    let received = try receive(folder, definitions, jobs: request.jobs, &findings) { _ in }
    let conclusions = conclude(OutcomeInput(received, definitions, asOf: request.asOf))
    for finding in conclusions.findings { findings.report(finding) }
    for file in received.files {
        let stale = file.staleness(
            on: request.asOf, after: definitions.pipeline.staleAfterDays)
        if let stale { findings.report(stale) }
    }
    let rows = received.files.map { file in
        let counts = file.counts
        return [file.file]
            + [counts.rows, counts.used, counts.rejected, counts.duplicates].map(String.init)
    }
    return PipelineCheck(
        definitions: definitions.digests.count,
        examples: definitions.instruments.reduce(0) { $0 + $1.examples.count },
        quality: [["file", "rows", "used", "rejected", "duplicates"]] + rows, findings: findings)
}
