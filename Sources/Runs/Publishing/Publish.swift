import Basics
import Foundation
import Intake
import Model
import Reporting

extension Run {
    /// Begins the period's folders out of sight, and writes what waits for nothing into them
    /// while the figures are protected.
    func begin(_ material: RunMaterial) throws -> Publication {
        let target = place.published + "/" + period.name
        try refuseChanged(target)
        let privately = isInternal ? nil : place.privately + "/" + period.name
        var publication = try Publication(at: target, privately: privately)
        let kept = publication.kept
        publication.lists = Workers.begin(workers: request.jobs) { writeLists(material, to: kept) }
        return publication
    }

    /// Writes all else and puts each folder in its place in one step.
    func publish(
        _ edition: Edition, _ material: RunMaterial, in publication: consuming Publication
    ) throws -> RunResult {
        make(material, edition, private: publication.kept, public: publication.shown)
        publication.lists?.wait()
        let target = publication.target
        try publication.publish { try manifest(material, $0).json() }
        try Latest.move(to: period.name, in: place.published)
        return RunResult(folder: target, findings: material.findings, summary: edition.summary)
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
        if request.force || FolderListing(target).isEmpty { return }
        guard FileManager.default.fileExists(atPath: target + "/" + Manifest.file) else {
            // Where an internal edition goes, a published one of the period has left its lists.
            if isInternal { return }
            throw Refusal(
                .outputNotWritable,
                [
                    Finding(
                        .publishedChanged, .error, at: Place(target),
                        "holds files and no manifest that says what was published")
                ])
        }
        let changed = try verify(folder: target, jobs: request.jobs)
        guard changed.isEmpty else { throw Refusal(.outputNotWritable, changed) }
    }

    private func manifest(_ material: RunMaterial, _ outputs: [FileDigest]) -> Manifest {
        var options = Manifest.options(definitions.pipeline.smallNumbers)
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
