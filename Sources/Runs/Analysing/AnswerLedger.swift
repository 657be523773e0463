import Basics
import Exporting
import Foundation
import Model

/// The private record of the days for which published figures were given, beside the published
/// periods: `Private/<pipeline>/answers/<day>/`.
struct AnswerLedger {
    /// One day's figures: from which input, and protected against which earlier day.
    struct Entry: Codable {
        var day: String
        /// Of the input and the definitions.
        var digest: String
        var earlier: String?

        /// Whether nothing is written of it yet.
        var isNew = true

        private enum CodingKeys: String, CodingKey {
            case day, digest, earlier
        }
    }

    let folder: String
    private let published: String
    private let kind: Period.Kind

    init(_ place: RunPlace, _ kind: Period.Kind) {
        self.kind = kind
        folder = place.privately + "/answers"
        published = place.published
    }

    /// Makes the folder, readable by its owner only.
    func prepare() throws {
        try ScratchFolder.makeFolder(folder, permissions: 0o700)
    }

    /// The entry of a day, as it was or as it would be.
    ///
    /// - Throws: `Refusal` when the day does not end a period, or figures of another input or a
    ///   later day were given.
    func entry(for day: CalendarDate, digest: String) throws -> Entry {
        guard Period(kind, asOf: day.adding(days: 1)).name != Period(kind, asOf: day).name else {
            throw Refusal.tooFine(
                "published figures are as of the last day of a \(kind.rawValue), "
                    + "which \(day.iso) is not")
        }
        if let period = periods[day.iso], digestOfPublished(period) != digest {
            throw Refusal.tooFine(
                "the report as of \(day.iso) was made from other input or definitions")
        }
        if let known = read(day.iso) {
            guard known.digest == digest else {
                throw Refusal.tooFine(
                    "figures as of \(day.iso) were given from other input or definitions")
            }
            return known
        }
        let days = givenDays
        if let later = days.last(where: { $0 > day.iso }) {
            throw Refusal.tooFine(
                "figures as of \(later) were given; ask for that day or a later one")
        }
        return Entry(day: day.iso, digest: digest, earlier: days.last { $0 < day.iso })
    }

    /// The figures given on a day.
    func earlier(on day: String) -> EarlierPublished? {
        guard let date = CalendarDate(iso: day) else { return nil }
        let answers = folder + "/" + day
        let place = FileManager.default.fileExists(atPath: answers) ? answers : periods[day]
        guard let place else { return nil }
        let tables = Disclosed.keyCounts.keys.sorted().compactMap { name -> EarlierTable? in
            let data = FileManager.default.contents(atPath: "\(place)/data/\(name).csv")
            return data.flatMap { readEarlierTable(Array($0), name: name) }
        }
        return EarlierPublished(asOf: date, tables: tables)
    }

    /// Writes a day's figures in one step.
    func write(_ entry: Entry, _ tables: [(name: String, text: [UInt8])]) throws {
        let scratch = try ScratchFolder(beside: folder + "/" + entry.day, permissions: 0o700)
        for table in tables { try scratch.writer.write(table.text, to: "data/\(table.name).csv") }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try scratch.writer.write([UInt8](encoder.encode(entry)), to: "entry.json")
        try scratch.publish(at: folder + "/" + entry.day)
    }

    /// The digest of what a published period was made from.
    private func digestOfPublished(_ folder: String) -> String? {
        Manifest.read(folder: folder).map { AnswerLedger.digest(of: $0.inputs + $0.definitions) }
    }

    /// One digest of many files: of the lines `<sha256>  <path>`, in their order.
    static func digest(of files: [FileDigest]) -> String {
        let lines = files.map { "\($0.sha256)  \($0.path)\n" }.joined()
        return FileDigest(of: Array(lines.utf8), as: "").sha256
    }

    private func read(_ day: String) -> Entry? {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(day)/entry.json"),
            var entry = try? JSONDecoder().decode(Entry.self, from: data)
        else { return nil }
        entry.isNew = false
        return entry
    }

    /// Days of answers and of published periods, in order.
    private var givenDays: [String] {
        let answers = names(folder).filter { CalendarDate(iso: $0) != nil }
        return Set(answers + periods.keys).sorted()
    }

    /// The folders of published periods, by their as-of dates.
    private var periods: [String: String] {
        names(published).reduce(into: [:]) { periods, name in
            let folder = published + "/" + name
            guard name != "latest", let manifest = Manifest.read(folder: folder),
                manifest.profile == RunRequest.Profile.published.rawValue
            else { return }
            periods[manifest.asOf] = folder
        }
    }

    private func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
