/// The one known name that somebody probably meant.
public enum NearMiss {
    /// No name that somebody meant is longer; a text that is, is no slip of the pen.
    private static let longestBytes = 400

    /// The only known name within an edit distance of 3 (or a third of the name, if less).
    ///
    /// Distance: Damerau–Levenshtein with adjacent transpositions (optimal string alignment).
    public static func of(_ name: String, among known: some Sequence<String>) -> String? {
        // Bytes are counted first: a stray file may have a header of a megabyte.
        guard name.utf8.count <= longestBytes else { return nil }
        let bound = max(1, min(3, name.count / 3))
        let lower = name.lowercased()
        let length = lower.count
        let close = known.compactMap { other -> (name: String, distance: Int)? in
            let known = other.lowercased()
            // Names that differ in length by more cannot be nearer.
            guard abs(known.count - length) <= bound else { return nil }
            let distance = distance(lower, known)
            return distance <= bound ? (other, distance) : nil
        }
        guard let least = close.map(\.distance).min() else { return nil }
        let best = close.filter { $0.distance == least }
        return best.count == 1 ? best[0].name : nil
    }

    /// `; did you mean 'x'?` when there is one near miss, else an empty text.
    public static func hint(_ name: String, among known: some Sequence<String>) -> String {
        of(name, among: known).map { "; did you mean '\($0)'?" } ?? ""
    }

    /// The number of insertions, deletions, substitutions and adjacent swaps between two texts.
    public static func distance(_ first: String, _ second: String) -> Int {
        let a = Array(first)
        let b = Array(second)
        var before: [Int] = []
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var current = [i + 1]
            for j in 0..<b.count {
                var best = min(
                    previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    best = min(best, before[j - 1] + 1)
                }
                current.append(best)
            }
            before = previous
            previous = current
        }
        return previous[b.count]
    }
}
