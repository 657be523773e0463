import Basics
import Foundation

/// Compares the files of a published folder with its manifest, `jobs` of them side by side; no
/// findings means they agree.
///
/// - Throws: `Refusal` when there is no manifest to compare with.
public func verify(folder: String, jobs: Int = 1) throws -> [Finding] {
    guard let manifest = Manifest.read(folder: folder) else {
        throw Refusal(
            .inputUnreadable,
            [
                Finding(
                    .inputUnreadable, .error, at: Place(folder + "/" + Manifest.file),
                    "no manifest can be read here",
                    remedy: "name the folder of a period, such as Reports/monthly/2026-10")
            ])
    }
    let named = Set(manifest.outputs.map(\.path) + [Manifest.file])
    let below = FolderListing(folder)
    let strangers = (below.files + below.others.map(\.path)).filter { !named.contains($0) }.map {
        Finding(.publishedChanged, .error, at: Place(folder + "/" + $0), "is not in the manifest")
    }
    let findings = Workers.map(manifest.outputs.count, workers: jobs) {
        changed(manifest.outputs[$0], in: folder)
    }
    return findings.compactMap(\.self) + strangers
}

private func changed(_ output: FileDigest, in folder: String) -> Finding? {
    let place = Place(folder + "/" + output.path)
    guard let present = try? FileDigest(of: place.file, as: output.path) else {
        return Finding(.publishedChanged, .error, at: place, "is in the manifest but not here")
    }
    return present == output
        ? nil : Finding(.publishedChanged, .error, at: place, "differs from the manifest")
}
