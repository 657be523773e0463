import Basics
import Foundation
import Loading
import Model
import Outcomes
import Reporting
import Scoring

/// Everything that a pipeline names, read and found right.
struct Definitions: Sendable {
    var pipeline: Pipeline
    var intake: IntakeLayout
    var instruments: [Instrument]
    var programmes: [Programme]
    var budgets: [Budget]
    var report: ReportLayout
    /// What is not wrong in itself and yet does not fit together.
    var warnings: [Finding]
    /// Every file read, the pipeline's first.
    var digests: [FileDigest]

    /// Reads the pipeline and all that it names.
    ///
    /// - Throws: `Refusal` with every mistake in every file.
    init(pipeline path: String, option: String?, workers: Int = 1) throws {
        let folder = DefinitionFolder.locate(option: option, beside: path)
        let pipeline = folder.load(path: path, loadPipeline) {
            let base = (path as NSString).deletingLastPathComponent
            let known = folder.names(.pipelines).map {
                (base as NSString).appendingPathComponent($0 + ".yaml")
            }
            return Finding(
                .definitionMissing, .error, at: Place(path),
                "there is no such pipeline\(NearMiss.hint(path, among: known))")
        }
        guard let pipeline else { throw Refusal(.definitions, folder.findings) }
        let intake = folder.load(.intakes, pipeline.intake) { loadIntake(yaml: $0, path: $1) }
        instruments = folder.load(.instruments, all: pipeline.instruments, workers: workers) {
            loadInstrument(yaml: $0, path: $1)
        }
        programmes = folder.load(.programmes, all: pipeline.programmes, workers: workers) {
            loadProgramme(yaml: $0, path: $1)
        }
        budgets = folder.loadBudgets(pipeline.budgets)
        let report = folder.load(.reports, pipeline.report) { loadReportLayout(yaml: $0, path: $1) }
        folder.report(
            instruments.flatMap { verifyExamples($0, file: folder.path(.instruments, $0.name)) })
        instruments = instruments.map { [programmes] in folder.widened($0, for: programmes) }
        let unused = folder.unusedInstruments(beside: pipeline.instruments, workers: workers)
        folder.report(
            report.map { [instruments] in check($0, instruments: instruments + unused) } ?? [])
        try folder.refuseIfWrong()
        guard let intake, let report else { throw Refusal(.definitions, folder.findings) }
        self.pipeline = pipeline
        self.intake = intake
        self.report = report
        warnings = checkEvidence(of: programmes, against: instruments, unused: unused) {
            folder.path(.programmes, $0.name)
        }
        digests = folder.digests
    }
}

extension DefinitionFolder {
    /// The instruments that are defined and that a pipeline does not name. They are no part of the
    /// run: what is wrong with one of them is not reported, and it has no place in the manifest.
    fileprivate func unusedInstruments(beside used: [String], workers: Int) -> [Instrument] {
        let others = DefinitionFolder(root: root)
        let names = names(.instruments).filter { !used.contains($0) }
        return others.load(.instruments, all: names, workers: workers) {
            loadInstrument(yaml: $0, path: $1)
        }
    }
}
