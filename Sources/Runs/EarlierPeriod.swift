import Basics
import Exporting
import Foundation
import Model

/// The newest published period before a run's own: what its readers already know.
struct EarlierPeriod: Sendable {
    var published: EarlierPublished
    /// Its manifest, for the record of what this run had to agree with.
    var digest: FileDigest

    /// Finds the period in a pipeline's folder; nothing where none was published.
    init?(before period: Period, in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let earlier = names.filter { $0 < period.name && !$0.hasPrefix(".") }.sorted()
        for name in earlier.reversed() {
            let path = folder + "/" + name
            guard let manifest = Manifest.read(folder: path),
                let asOf = CalendarDate(iso: manifest.asOf), manifest.profile == "published",
                let digest = try? FileDigest(
                    of: path + "/manifest.json", as: name + "/manifest.json")
            else { continue }
            published = EarlierPublished(asOf: asOf, tables: EarlierPeriod.tables(path + "/data"))
            self.digest = digest
            return
        }
        return nil
    }

    private static func tables(_ folder: String) -> [EarlierTable] {
        Disclosed.keyCounts.keys.sorted().compactMap { name in
            FileManager.default.contents(atPath: folder + "/\(name).csv").flatMap {
                readEarlierTable(Array($0), name: name)
            }
        }
    }
}
