import Basics
import Model

extension Cases {
    /// Replaces names of teams and municipalities by those that a pipeline has for them.
    ///
    /// Aliases map a name as the data has it to the name that counts.
    public mutating func rename(municipalities: [String: String], teams: [String: String]) {
        (municipalityNames, self.municipalities) = Cases.renamed(
            municipalityNames, self.municipalities, municipalities)
        (teamNames, self.teams) = Cases.renamed(teamNames, self.teams, teams)
    }

    private static func renamed(
        _ names: [String], _ indices: [Int32], _ aliases: [String: String]
    ) -> ([String], [Int32]) {
        let targets = names.map { aliases[$0] ?? $0 }
        let used = Set(targets).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let places = targets.map { target in Int32(used.firstIndex(of: target) ?? -1) }
        return (used, indices.map { $0 < 0 ? $0 : places[Int($0)] })
    }

    /// Warns of names of teams and municipalities that differ by one letter.
    public func nameVariants(file: String) -> [Finding] {
        Cases.variants(municipalityNames, "municipality", file)
            + Cases.variants(teamNames, "team", file)
    }

    private static func variants(_ names: [String], _ what: String, _ file: String) -> [Finding] {
        let spelt = names.map(Spelling.init)
        var findings: [Finding] = []
        for (index, name) in names.enumerated() {
            for other in (index + 1)..<names.count
            where spelt[index].differsByOneLetter(from: spelt[other]) {
                findings.append(
                    Finding(
                        .nameVariant, .warning, at: Place(file),
                        "\(what) '\(name)' and '\(names[other])' differ by one letter"))
            }
        }
        return findings
    }
}

/// A name as its letters, for comparing many names with one another.
private struct Spelling {
    /// Words of fewer letters, and numbers, tell names apart that are meant to be alike, as in
    /// `Team A` and `Team 2`.
    private static let shortest = 3

    private let words: [[Character]]
    private let count: Int

    init(_ name: String) {
        words = name.lowercased().split(separator: " ").map(Array.init)
        count = words.reduce(0) { $0 + $1.count }
    }

    /// Whether one word differs, by one letter more, fewer, other or swapped.
    func differsByOneLetter(from other: Spelling) -> Bool {
        guard abs(count - other.count) <= 1, words.count == other.words.count else { return false }
        let different = words.indices.filter { words[$0] != other.words[$0] }
        guard different.count <= 1 else { return false }
        // Names that differ in case or blanks alone are variants too.
        guard let index = different.first else { return true }
        let (a, b) = (words[index], other.words[index])
        return min(a.count, b.count) >= Spelling.shortest
            && a.filter(\.isNumber) == b.filter(\.isNumber)
            && NearMiss.distance(String(a), String(b)) <= 1
    }
}

extension FileReception {
    /// Warns when the newest date of the file lies more than some days before a day.
    public func staleness(on day: CalendarDate, after days: Int) -> Finding? {
        guard let newestDate, day - newestDate > days else { return nil }
        return Finding(
            .dataStale, .warning, at: Place(file),
            "the newest row is of \(newestDate.iso), \(day - newestDate) days before \(day.iso)")
    }
}
