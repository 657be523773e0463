import Basics
import Exporting
import Foundation
import Model

/// Figures that were given before a run's own: what its readers already know.
struct EarlierPeriod: Sendable {
    var asOf: CalendarDate
    /// The file that records them: what this run had to agree with.
    var digest: FileDigest
    /// Where their tables lie.
    private let data: String

    /// Names the figures in a folder, recorded by one file of it; nothing where it cannot be read.
    init?(asOf: CalendarDate, in folder: String, record: String, as name: String) {
        guard let digest = try? FileDigest(of: folder + "/" + record, as: name + "/" + record)
        else { return nil }
        self.asOf = asOf
        self.digest = digest
        data = folder + "/data"
    }

    /// Finds the newest period before a run's own in a pipeline's folder; nothing where none was
    /// published.
    init?(before period: Period, in folder: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let earlier = names.filter { $0 < period.name && !$0.hasPrefix(".") }.sorted()
        for name in earlier.reversed() {
            let path = folder + "/" + name
            guard let manifest = Manifest.read(folder: path),
                let asOf = CalendarDate(iso: manifest.asOf), manifest.profile == "published",
                let found = EarlierPeriod(asOf: asOf, in: path, record: "manifest.json", as: name)
            else { continue }
            self = found
            return
        }
        return nil
    }

    /// The figures themselves, read anew.
    var published: EarlierPublished {
        let tables = Disclosed.keyCounts.keys.sorted().compactMap { name in
            FileManager.default.contents(atPath: data + "/\(name).csv").flatMap {
                readEarlierTable(Array($0), name: name)
            }
        }
        return EarlierPublished(asOf: asOf, tables: tables)
    }
}
