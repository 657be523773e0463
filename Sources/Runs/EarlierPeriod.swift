import Basics
import Exporting
import Foundation
import Model

/// The newest period before a run's own: what its readers already know.
struct EarlierPeriod: Sendable {
    var published: EarlierPublished
    /// Its manifest's digest, for the record of what this run had to agree with.
    var digest: FileDigest
    /// How it was made.
    var manifest: Manifest

    /// Finds the newest earlier period of a profile in a pipeline's folder; nothing where there
    /// is none.
    init?(before period: Period, in folder: String, profile: RunRequest.Profile) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let earlier = names.filter { $0 < period.name && !$0.hasPrefix(".") }.sorted()
        for name in earlier.reversed() {
            let path = folder + "/" + name
            guard let manifest = Manifest.read(folder: path),
                let asOf = CalendarDate(iso: manifest.asOf), manifest.profile == profile.rawValue,
                let digest = try? FileDigest(
                    of: path + "/manifest.json", as: name + "/manifest.json")
            else { continue }
            published = EarlierPublished(asOf: asOf, tables: EarlierPeriod.tables(path + "/data"))
            self.digest = digest
            self.manifest = manifest
            return
        }
        return nil
    }

    /// Whether another version of the program made it, or other definitions of what is read,
    /// scored and counted; budgets and layouts change no figure of a family.
    func isOtherwiseMade(_ version: String, _ definitions: [FileDigest]) -> Bool {
        let folders = ["Intakes/", "Instruments/", "Programmes/"]
        func ofFigures(_ files: [FileDigest]) -> Set<FileDigest> {
            Set(files.filter { file in folders.contains { file.path.hasPrefix($0) } })
        }
        return manifest.version != version
            || ofFigures(manifest.definitions) != ofFigures(definitions)
    }

    private static func tables(_ folder: String) -> [EarlierTable] {
        Disclosed.keyCounts.keys.sorted().compactMap { name in
            FileManager.default.contents(atPath: folder + "/\(name).csv").flatMap {
                readEarlierTable(Array($0), name: name)
            }
        }
    }
}
