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
        published = place.reports
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

    /// The figures given on a day, by an answer or in a published period.
    func given(on day: String) -> EarlierPeriod? {
        guard let asOf = CalendarDate(iso: day) else { return nil }
        let answer = EarlierPeriod(
            asOf: asOf, in: folder + "/" + day, record: "entry.json", as: "answers/" + day)
        if let answer { return answer }
        guard let period = periods[day], let name = period.split(separator: "/").last else {
            return nil
        }
        return EarlierPeriod(asOf: asOf, in: period, record: "manifest.json", as: String(name))
    }

    /// The figures that a report must agree with: those of the last report, or of an answer
    /// given since.
    ///
    /// An answer of the report's own day that was made from the same input holds the report's
    /// figures, so both agree with the same earlier ones. Made from other input it is itself what
    /// the report must agree with.
    func known(asOf day: CalendarDate, digest: String, last: EarlierPeriod?) -> EarlierPeriod? {
        if let answer = read(day.iso) {
            let isSame = answer.digest == digest
            if isSame, answer.earlier == nil { return nil }
            return (isSame ? answer.earlier : nil).flatMap(given) ?? given(on: day.iso)
        }
        guard let answered = answeredDays.last(where: { $0 < day.iso }),
            last.map({ $0.asOf.iso < answered }) ?? true
        else { return last }
        return given(on: answered) ?? last
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
        Manifest.read(folder: folder).map {
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

    private func read(_ day: String) -> Entry? {
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(day)/entry.json"),
            var entry = try? JSONDecoder().decode(Entry.self, from: data)
        else { return nil }
        entry.isNew = false
        return entry
    }

    /// Days of answers and of published periods, in order.
    private var givenDays: [String] {
        Set(answeredDays + periods.keys).sorted()
    }

    /// Days of answers, in order.
    private var answeredDays: [String] {
        names(folder).filter { CalendarDate(iso: $0) != nil }
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
