/// The one known name that somebody probably meant.
public enum NearMiss {
    /// The only known name within an edit distance of 3 (or a third of the name, if less).
    ///
    /// Distance: Damerau–Levenshtein with adjacent transpositions (optimal string alignment).
    public static func of(_ name: String, among known: some Sequence<String>) -> String? {
        let bound = max(1, min(3, name.count / 3))
        let close = known.map { (name: $0, distance: distance(name.lowercased(), $0.lowercased())) }
            .filter { $0.distance <= bound }
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
