import Basics
import Model

/// What spans of numbers, names and ages may at most reach to.
enum InstrumentNotation {
    static let greatestNumber = 10_000
}

/// The short notations of instrument definitions: spans of numbers, ages and names.
extension YAMLValue {
    /// Whether the value is one word or sentence.
    var isWord: Bool {
        if case .scalar = node { return true }
        return false
    }

    /// The value as a span of whole numbers such as `0..10`.
    func span() -> ClosedRange<Int>? {
        guard let raw = text() else { return nil }
        let ends = raw.halves(around: "..").flatMap { pair in
            Int(pair.0).flatMap { low in Int(pair.1).map { (low, $0) } }
        }
        guard let (low, high) = ends, low <= high, high <= InstrumentNotation.greatestNumber else {
            report("takes a span such as 0..10")
            return nil
        }
        return low...high
    }

    /// The value as a span of ages: `4..17 years`, `13.. years`, `54..72 months to the day`.
    func ages() -> AgeRange? {
        guard let raw = text() else { return nil }
        guard let ages = AgeRange(notation: raw) else {
            report("takes ages such as '4..17 years', '13.. years' or '1..72 months to the day'")
            return nil
        }
        return ages
    }

    /// The names that a span such as `sdq1..sdq25` stands for; a plain name stands for itself.
    func expanded(_ notation: String) -> [String] {
        guard let (first, last) = notation.halves(around: "..") else { return [notation] }
        let stem = first.stem
        guard let low = Int(first.dropFirst(stem.count)), stem == last.stem,
            let high = Int(last.dropFirst(stem.count)), low <= high,
            high <= InstrumentNotation.greatestNumber
        else {
            report("takes a span of names such as 'sdq1..sdq25', not '\(notation)'")
            return []
        }
        return (low...high).map { stem + String($0) }
    }
}

extension AgeRange {
    /// Reads `4..17 years`, `13.. years`, `1..72 months to the day`, or gives nothing.
    init?(notation: String) {
        let words = notation.split(separator: " ", maxSplits: 2).map(String.init)
        guard words.count >= 2, let unit = Unit(rawValue: words[1]),
            let (first, last) = words[0].halves(around: ".."), let from = Int(first)
        else { return nil }
        let through = Int(last)
        guard from <= InstrumentNotation.greatestNumber,
            through ?? from <= InstrumentNotation.greatestNumber
        else { return nil }
        guard last.isEmpty || through.map({ $0 >= from }) == true else { return nil }
        guard words.count == 2 || (words[2] == "to the day" && through != nil) else { return nil }
        self.init(from: from, through: through, unit: unit, endsOnTheDay: words.count == 3)
    }
}

extension Ratio {
    /// Reads `7`, `67.5` or `1340/22`, or gives nothing.
    init?(notation: String) {
        guard let (over, under) = notation.halves(around: "/") else {
            self.init(decimal: notation)
            return
        }
        guard let numerator = Int64(over), let denominator = Int64(under), denominator > 0 else {
            return nil
        }
        self.init(numerator, over: denominator)
    }
}

extension String {
    /// What stands before and after a separator that occurs once.
    func halves(around separator: String) -> (String, String)? {
        let parts = split(separator: separator, omittingEmptySubsequences: false)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }

    /// The text without the digits at its end.
    var stem: String {
        String(prefix(count - reversed().prefix { $0.isASCII && $0.isNumber }.count))
    }
}
