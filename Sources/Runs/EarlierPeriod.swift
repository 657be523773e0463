import Basics
import Disclosure
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
    /// Whether they stand as they were last shown wherever nothing newer could be.
    var keepsEarlier = false
    /// The folder that holds their tables.
    private let folder: String
    /// Their tables, if anything says which there are.
    private let tables: [FileDigest]?

    /// Names the figures in a folder, recorded by one file of it.
    ///
    /// - Throws: `Refusal` when that file cannot be read.
    init(
        asOf: CalendarDate, in folder: String, record: String, as name: String,
        tables: [FileDigest]?
    ) throws {
        guard let digest = try? FileDigest(of: folder + "/" + record, as: name + "/" + record)
        else { throw Refusal.earlierUnreadable(folder + "/" + record, "cannot be read") }
        self.asOf = asOf
        self.digest = digest
        self.folder = folder
        self.tables = tables
    }

    /// Names the figures of a period.
    ///
    /// - Throws: `Refusal` when its manifest does not say of which day they are.
    init(_ manifest: Manifest, in folder: String, as name: String) throws {
        guard let asOf = CalendarDate(iso: manifest.asOf) else {
            throw Refusal.earlierUnreadable(folder + "/" + Manifest.file, "names no day")
        }
        try self.init(
            asOf: asOf, in: folder, record: Manifest.file, as: name, tables: manifest.outputs)
        self.manifest = manifest
        keepsEarlier = manifest.keepsEarlier
    }

    /// Finds the newest period of a profile before a run's own in a pipeline's folder.
    ///
    /// - Throws: `Refusal` when a period that may be it cannot be read.
    static func last(
        before period: Period, in folder: String, profile: RunRequest.Profile = .published
    ) throws -> EarlierPeriod? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let earlier = names.filter { $0 < period.name && !$0.hasPrefix(".") }.sorted()
        for name in earlier.reversed() {
            let path = folder + "/" + name
            if let manifest = try Manifest.earlier(folder: path),
                manifest.profile == profile.rawValue
            {
                return try EarlierPeriod(manifest, in: path, as: name)
            }
        }
        return nil
    }

    /// The figures themselves, read anew; the largest table first.
    ///
    /// - Throws: `Refusal` when a table is not there, is not what it was, or cannot be read: what
    ///   it showed could then be subtracted from what is shown next.
    func published(workers: Int) throws -> EarlierPublished {
        let texts = try Disclosed.keyCounts.keys.compactMap { name in
            try text(name).map { (name: name, text: $0) }
        }.sorted { ($1.text.count, $0.name) < ($0.text.count, $1.name) }
        let read = Workers.map(texts.count, workers: workers) { index in
            let (name, text) = texts[index]
            return isAsRecorded(name, text)
                ? text.withUnsafeBytes { readEarlierTable($0, name: name) } : nil
        }
        let tables = try zip(texts, read).map { text, table in
            guard let table else {
                throw Refusal.earlierUnreadable(path(text.name), "is not the table that it was")
            }
            return table
        }
        return EarlierPublished(asOf: asOf, tables: tables)
    }

    /// The text of a table; nothing where there is none, as far as anybody knows.
    private func text(_ name: String) throws -> Data? {
        let url = URL(fileURLWithPath: path(name))
        if let text = try? Data(contentsOf: url, options: .alwaysMapped) { return text }
        let isMissing = tables?.contains { $0.path == EarlierPeriod.place(name) }
        if isMissing ?? FileManager.default.fileExists(atPath: url.path) {
            throw Refusal.earlierUnreadable(path(name), "cannot be read")
        }
        return nil
    }

    /// Whether a table is what its record says, if that says anything.
    private func isAsRecorded(_ name: String, _ text: Data) -> Bool {
        guard let tables else { return true }
        let place = EarlierPeriod.place(name)
        return tables.contains(FileDigest(of: text, as: place))
    }

    /// Where a table lies in the folder.
    private static func place(_ name: String) -> String { "data/\(name).csv" }

    private func path(_ name: String) -> String { folder + "/" + EarlierPeriod.place(name) }

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

extension EarlierPublished {
    /// These figures, and where they show none what was last shown there; `given` is the newest
    /// first.
    ///
    /// - Throws: `Refusal` as `EarlierPeriod.published` does.
    func withWhatWasShown(before given: [EarlierPeriod], workers: Int) throws -> EarlierPublished {
        var before: EarlierPublished?
        // From the oldest on, so that no more than two are held at a time.
        for each in given.reversed() {
            let figures = try each.published(workers: workers)
            before = before.map(figures.withWhatWasShown) ?? figures
        }
        return before.map(withWhatWasShown) ?? self
    }
}

extension Refusal {
    /// Earlier figures that are not all there.
    static func earlierUnreadable(_ path: String, _ summary: String) -> Refusal {
        Refusal(
            .inputUnreadable, [Finding(.earlierUnreadable, .error, at: Place(path), summary)])
    }
}
