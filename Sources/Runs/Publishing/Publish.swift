import Basics
import Foundation
import Intake
import Model
import Reporting

extension Run {
    /// Writes the period's folders out of sight and puts each in its place in one step.
    func publish(_ edition: Edition, _ material: RunMaterial) throws -> RunResult {
        let shown = edition.files()
        let kept = privateFiles(material, edition)
        let manifest = manifest(material, shown, isInternal ? kept : [])
        let target = place.published + "/" + period.name
        try refuseChanged(target)
        if isInternal {
            try write(shown + kept, manifest, to: target, permissions: 0o700)
        } else {
            try write(kept, nil, to: place.privately + "/" + period.name, permissions: 0o700)
            try write(shown, manifest, to: target, permissions: 0o755)
        }
        try Latest.move(to: period.name, in: place.published)
        return RunResult(folder: target, findings: material.findings, summary: edition.summary)
    }

    private var isInternal: Bool { request.profile == .internal }

    private func write(
        _ files: [OutputFile], _ manifest: Manifest?, to target: String, permissions: mode_t
    ) throws {
        let scratch = try ScratchFolder(beside: target, permissions: permissions)
        for file in files { try scratch.write(file.bytes, to: file.path) }
        if let manifest { try scratch.write(manifest.json(), to: "manifest.json") }
        try scratch.publish(at: target)
    }

    /// A period that somebody changed by hand is not written over unasked.
    private func refuseChanged(_ target: String) throws {
        guard !request.force, FileManager.default.fileExists(atPath: target + "/manifest.json")
        else { return }
        let changed = try verify(folder: target)
        guard changed.isEmpty else { throw Refusal(.outputNotWritable, changed) }
    }

    private func manifest(
        _ material: RunMaterial, _ shown: [OutputFile], _ kept: [OutputFile]
    ) -> Manifest {
        let smallNumbers = definitions.pipeline.smallNumbers
        return Manifest(
            program: Program.name, version: Program.version, pipeline: definitions.pipeline.name,
            period: period.name, asOf: request.asOf.iso, locale: language.rawValue,
            profile: request.profile.rawValue,
            options: [
                "hide-under": String(smallNumbers.threshold),
                "method": smallNumbers.method.rawValue,
                "small-change": smallNumbers.smallChange.rawValue,
            ],
            inputs: material.received.inputs, definitions: definitions.digests,
            outputs: digests(shown + kept),
            counts: material.received.counts,
            earlier: material.earlier.map { [$0] } ?? [])
    }
}

extension Run {
    private func digests(_ files: [OutputFile]) -> [FileDigest] {
        Workers.map(files.count, workers: request.jobs) {
            FileDigest(of: files[$0].bytes, as: files[$0].path)
        }
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
        for table in scored { stages["received", default: [:]][table.instrument] = table.count }
        return stages
    }
}
