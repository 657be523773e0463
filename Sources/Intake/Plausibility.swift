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
        return pairs(spelt).map { first, second in
            Finding(
                .nameVariant, .warning, at: Place(file),
                "\(what) '\(names[first])' and '\(names[second])' differ by one letter")
        }
    }

    /// The pairs of names that are variants, in order.
    ///
    /// Two names that differ by one letter have a spelling in common when each may leave one letter
    /// out, so that thousands of names need not all be compared with one another.
    private static func pairs(_ names: [Spelling]) -> [(Int, Int)] {
        var met: [String: [Int]] = [:]
        var pairs: Set<[Int]> = []
        for (index, name) in names.enumerated() {
            for spelling in name.withoutOneLetter {
                for other in met[spelling] ?? [] where names[other].differsByOneLetter(from: name) {
                    pairs.insert([other, index])
                }
                met[spelling, default: []].append(index)
            }
        }
        return pairs.map { ($0[0], $0[1]) }.sorted { $0 < $1 }
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
        words = name.lowercased().split(whereSeparator: \.isWhitespace).map(Array.init)
        count = words.reduce(0) { $0 + $1.count }
    }

    /// The name, and the name without each of its letters.
    var withoutOneLetter: Set<String> {
        let letters = Array(words.joined(separator: " "))
        return letters.indices.reduce(into: [String(letters)]) { spellings, index in
            spellings.insert(String(letters[..<index] + letters[(index + 1)...]))
        }
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
