import Basics
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
        /// Its tables, unless an older version of the program wrote it.
        var tables: [FileDigest]?
        /// Whether its figures stand as they were last shown where nothing newer does; nothing
        /// where an older version of the program wrote it.
        var keepsEarlier: Bool?

        /// Whether nothing is written of it yet.
        var isNew = true

        private enum CodingKeys: String, CodingKey {
            case day, digest, earlier, tables, keepsEarlier
        }
    }

    let folder: String
    private let published: String
    private let kind: Period.Kind

    init(_ place: RunPlace, _ kind: Period.Kind) {
        self.kind = kind
        folder = place.privately + "/answers"
        published = place.reports
    }

    /// Makes the folder, readable by its owner only.
    func prepare() throws {
        try ScratchFolder.makeFolder(folder, permissions: 0o700)
    }

    /// The entry of a day, as it was or as it would be.
    ///
    /// - Throws: `Refusal` when the day does not end a period, figures of another input or a
    ///   later day were given, or earlier figures cannot be read.
    func entry(for day: CalendarDate, digest: String) throws -> Entry {
        guard Period(kind, asOf: day.adding(days: 1)).name != Period(kind, asOf: day).name else {
            throw Refusal.tooFine(
                "published figures are as of the last day of a \(kind.rawValue), "
                    + "which \(day.iso) is not")
        }
        let periods = try periods
        if let period = periods[day.iso], try digestOfPublished(period) != digest {
            throw Refusal.tooFine(
                "the report as of \(day.iso) was made from other input or definitions")
        }
        if let known = try read(day.iso) {
            guard known.digest == digest else {
                throw Refusal.tooFine(
                    "figures as of \(day.iso) were given from other input or definitions")
            }
            return known
        }
        let days = Set(answeredDays + periods.keys).sorted()
        if let later = days.last(where: { $0 > day.iso }) {
            throw Refusal.tooFine(
                "figures as of \(later) were given; ask for that day or a later one")
        }
        return Entry(day: day.iso, digest: digest, earlier: days.last { $0 < day.iso })
    }

    /// The figures given on a day, by an answer or in a published period.
    ///
    /// - Throws: `Refusal` when they cannot be read.
    func given(on day: String) throws -> EarlierPeriod? {
        try answer(on: day) ?? periods[day].flatMap(report)
    }

    /// The figures that were given before some, the newest first, as far back as it takes to know
    /// what was last shown of each: those that stand as they were last shown tell that themselves,
    /// and rules that do not look back need not know.
    ///
    /// - Throws: `Refusal` when their records cannot be read.
    func given(before known: EarlierPeriod, _ rules: SmallNumbers) throws -> [EarlierPeriod] {
        if !rules.looksBack || known.keepsEarlier { return [] }
        let periods = try periods
        var given: [EarlierPeriod] = []
        let days = Set(answeredDays + periods.keys).filter { $0 <= known.asOf.iso }
        for day in days.sorted(by: >) {
            // A report of the day of an answer that was given from other input is being replaced.
            let folder = day == known.asOf.iso ? nil : periods[day]
            for each in [try folder.flatMap(report), try answer(on: day)].compactMap(\.self)
            where each.digest != known.digest {
                given.append(each)
                if each.keepsEarlier { return given }
            }
        }
        return given
    }

    private func answer(on day: String) throws -> EarlierPeriod? {
        guard let asOf = CalendarDate(iso: day), let answer = try read(day) else { return nil }
        var figures = try EarlierPeriod(
            asOf: asOf, in: folder + "/" + day, record: AnswerLedger.record,
            as: "answers/" + day, tables: answer.tables)
        figures.keepsEarlier = answer.keepsEarlier ?? false
        return figures
    }

    private func report(in folder: String) throws -> EarlierPeriod? {
        guard let manifest = try Manifest.earlier(folder: folder),
            let name = folder.split(separator: "/").last
        else { return nil }
        return try EarlierPeriod(manifest, in: folder, as: String(name))
    }

    /// The figures that a report must agree with: those of the last report, or of an answer
    /// given since.
    ///
    /// An answer of the report's own day that was made from the same input holds the report's
    /// figures, so both agree with the same earlier ones. Made from other input it is itself what
    /// the report must agree with.
    ///
    /// - Throws: `Refusal` when they cannot be read.
    func known(
        asOf day: CalendarDate, digest: String, last: EarlierPeriod?
    ) throws -> EarlierPeriod? {
        if let answer = try read(day.iso) {
            let isSame = answer.digest == digest
            if isSame, answer.earlier == nil { return nil }
            if isSame, let earlier = try answer.earlier.flatMap(given) { return earlier }
            return try given(on: day.iso)
        }
        guard let answered = answeredDays.last(where: { $0 < day.iso }),
            last.map({ $0.asOf.iso < answered }) ?? true
        else { return last }
        return try given(on: answered) ?? last
    }

    /// Writes a day's figures in one step.
    func write(_ entry: Entry, _ tables: [(name: String, text: [UInt8])]) throws {
        let scratch = try ScratchFolder(beside: folder + "/" + entry.day, permissions: 0o700)
        var entry = entry
        entry.tables = try tables.map { table in
            let path = "data/\(table.name).csv"
            try scratch.writer.write(table.text, to: path)
            return FileDigest(of: table.text, as: path)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        try scratch.writer.write([UInt8](encoder.encode(entry)), to: AnswerLedger.record)
        try scratch.publish(at: folder + "/" + entry.day)
    }

    /// The digest of what a published period was made from.
    private func digestOfPublished(_ folder: String) throws -> String? {
        try Manifest.earlier(folder: folder).map {
            AnswerLedger.digest(
                of: $0.inputs + $0.definitions, withdrawals: $0.options[Manifest.withdrawals])
        }
    }

    /// One digest of many files, of the lines `<sha256>  <path>` in their order, and of what
    /// stands for the list of withdrawn consents.
    static func digest(of files: [FileDigest], withdrawals: String?) -> String {
        let lines = files.map { "\($0.sha256)  \($0.path)\n" } + [withdrawals ?? ""]
        return FileDigest(of: Array(lines.joined().utf8), as: "").sha256
    }

    /// The name of the file that records an answer.
    private static let record = "entry.json"

    /// The entry of a day, if there is one.
    ///
    /// - Throws: `Refusal` when it cannot be read.
    private func read(_ day: String) throws -> Entry? {
        let path = folder + "/" + day
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path + "/" + AnswerLedger.record),
            var entry = try? JSONDecoder().decode(Entry.self, from: data)
        else {
            throw Refusal.earlierUnreadable(path + "/" + AnswerLedger.record, "cannot be read")
        }
        entry.isNew = false
        return entry
    }

    /// Days of answers, in order.
    private var answeredDays: [String] {
        names(folder).filter { CalendarDate(iso: $0) != nil }
    }

    /// The folders of published periods, by their as-of dates.
    private var periods: [String: String] {
        get throws {
            try names(published).reduce(into: [:]) { periods, name in
                let folder = published + "/" + name
                guard name != "latest", !name.hasPrefix("."),
                    let manifest = try Manifest.earlier(folder: folder),
                    manifest.profile == RunRequest.Profile.published.rawValue
                else { return }
                periods[manifest.asOf] = folder
            }
        }
    }

    private func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
