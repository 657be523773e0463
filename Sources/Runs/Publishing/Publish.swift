import Basics
import Foundation
import Intake
import Model
import Reporting

extension Run {
    /// Writes the period's folders out of sight and puts each in its place in one step.
    func publish(_ edition: Edition, _ material: RunMaterial) throws -> RunResult {
        let target = place.published + "/" + period.name
        try refuseChanged(target)
        if isInternal {
            try publishTogether(edition, material, at: target)
        } else {
            try publishApart(edition, material, at: target)
        }
        try Latest.move(to: period.name, in: place.published)
        return RunResult(folder: target, findings: material.findings, summary: edition.summary)
    }

    /// Puts everything in one folder, for those who may read all of it.
    private func publishTogether(
        _ edition: Edition, _ material: RunMaterial, at target: String
    ) throws {
        let scratch = try ScratchFolder(beside: target, permissions: 0o700)
        let files = OutputFiles(scratch.writer)
        make(material, edition, private: files, public: files)
        try scratch.writer.write(manifest(material, files.digests()).json(), to: "manifest.json")
        try scratch.publish(at: target)
    }

    /// Puts what only the families' own workers may read under the private root.
    private func publishApart(
        _ edition: Edition, _ material: RunMaterial, at target: String
    ) throws {
        let privately = place.privately + "/" + period.name
        let keeping = try ScratchFolder(beside: privately, permissions: 0o700)
        let showing = try ScratchFolder(beside: target, permissions: 0o755)
        let kept = OutputFiles(keeping.writer, digested: false)
        let shown = OutputFiles(showing.writer)
        make(material, edition, private: kept, public: shown)
        _ = try kept.digests()
        try showing.writer.write(manifest(material, shown.digests()).json(), to: "manifest.json")
        try keeping.publish(at: privately)
        try showing.publish(at: target)
    }

    /// Makes every file; the pages are composed while tables and lists are written.
    private func make(
        _ material: RunMaterial, _ edition: Edition, private kept: OutputFiles,
        public shown: OutputFiles
    ) {
        Workers.run(
            edition.tableTasks(into: shown) + privateTasks(material, edition, into: kept),
            workers: request.jobs
        ) {
            edition.pageTasks(into: shown)
        }
    }

    /// A period that somebody changed by hand is not written over unasked.
    private func refuseChanged(_ target: String) throws {
        guard !request.force, FileManager.default.fileExists(atPath: target + "/manifest.json")
        else { return }
        let changed = try verify(folder: target, jobs: request.jobs)
        guard changed.isEmpty else { throw Refusal(.outputNotWritable, changed) }
    }

    private func manifest(_ material: RunMaterial, _ outputs: [FileDigest]) -> Manifest {
        let smallNumbers = definitions.pipeline.smallNumbers
        var options = [
            "hide-under": String(smallNumbers.threshold),
            "method": smallNumbers.method.rawValue,
            "small-change": smallNumbers.smallChange.rawValue,
        ]
        options[Manifest.withdrawals] = material.withdrawals
        return Manifest(
            program: Program.name, version: Program.version, pipeline: definitions.pipeline.name,
            period: period.name, asOf: request.asOf.iso, locale: language.rawValue,
            profile: request.profile.rawValue,
            options: options,
            inputs: material.received.inputs, definitions: definitions.digests,
            outputs: outputs,
            counts: material.received.counts,
            earlier: material.earlier)
    }
}

extension Received {
    /// Rows in and out of each stage.
    var counts: [String: [String: Int]] {
        var stages: [String: [String: Int]] = ["scoring": scoring]
        for file in files {
            stages["read " + file.file] = [
                "rows": file.counts.rows, "used": file.counts.used,
                "rejected": file.counts.rejected, "duplicates": file.counts.duplicates,
            ]
        }
        stages["received"] = ["cases": cases.count, "persons": persons.count]
        stages["received", default: [:]].merge(assessments) { _, count in count }
        return stages
    }
}
