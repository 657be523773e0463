import Basics
import Exporting
import Foundation
import Model

/// Figures that were given before a run's own: what its readers already know.
struct EarlierPeriod: Sendable {
    var asOf: CalendarDate
    /// The file that records them: what this run had to agree with.
    var digest: FileDigest
    /// How they were made, where they are a period's.
    var manifest: Manifest?
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

    /// Finds the newest period of a profile before a run's own in a pipeline's folder; nothing
    /// where there is none.
    init?(
        before period: Period, in folder: String, profile: RunRequest.Profile = .published
    ) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let earlier = names.filter { $0 < period.name && !$0.hasPrefix(".") }.sorted()
        for name in earlier.reversed() {
            let path = folder + "/" + name
            guard let manifest = Manifest.read(folder: path),
                let asOf = CalendarDate(iso: manifest.asOf), manifest.profile == profile.rawValue,
                var found = EarlierPeriod(asOf: asOf, in: path, record: "manifest.json", as: name)
            else { continue }
            found.manifest = manifest
            self = found
            return
        }
        return nil
    }

    /// The figures themselves, read anew; the largest table first.
    func published(workers: Int) -> EarlierPublished {
        let texts = Disclosed.keyCounts.keys.compactMap { name in
            let path = data + "/\(name).csv"
            let text = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
            return text.map { (name: name, text: $0) }
        }.sorted { ($1.text.count, $0.name) < ($0.text.count, $1.name) }
        let tables = Workers.map(texts.count, workers: workers) { index in
            let (name, text) = texts[index]
            return text.withUnsafeBytes { readEarlierTable($0, name: name) }
        }
        return EarlierPublished(asOf: asOf, tables: tables.compactMap(\.self))
    }

    /// Whether another version of the program made it, or other definitions of what is read,
    /// scored and counted; budgets and layouts change no figure of a family.
    func isOtherwiseMade(_ version: String, _ definitions: [FileDigest]) -> Bool {
        guard let manifest else { return true }
        let folders = ["Intakes/", "Instruments/", "Programmes/"]
        func ofFigures(_ files: [FileDigest]) -> Set<FileDigest> {
            Set(files.filter { file in folders.contains { file.path.hasPrefix($0) } })
        }
        return manifest.version != version
            || ofFigures(manifest.definitions) != ofFigures(definitions)
    }
}
