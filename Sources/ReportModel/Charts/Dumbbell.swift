/// Baseline and follow-up of several scales, each on its own range.
public struct Dumbbell: Sendable, Hashable {
    /// One scale.
    public struct Pair: Sendable, Hashable {
        /// The scale's name.
        public var scale: String
        /// The figure at the start.
        public var baseline: Quantity
        /// The figure later.
        public var followUp: Quantity
        /// The lowest and the highest value of the scale.
        public var range: ClosedRange<Double>
        /// What the movement means for the families.
        public var meaning: Meaning
        /// The value that parts one band from the next, where the scale has one.
        public var cutOff: Quantity?

        /// Makes a pair; `meaning` says what the movement means for the families.
        public init(
            _ scale: String, baseline: Quantity, followUp: Quantity, range: ClosedRange<Double>,
            _ meaning: Meaning, cutOff: Quantity? = nil
        ) {
            precondition(range.lowerBound < range.upperBound, "scale '\(scale)' from \(range)")
            self.scale = scale
            self.baseline = baseline
            self.followUp = followUp
            self.range = range
            self.meaning = meaning
            self.cutOff = cutOff
        }
    }

    /// The scales, in the order in which they stand.
    public let pairs: [Pair]
    /// What the two points are called, such as `start` and `12 måneder`.
    public let baselineLabel: String
    /// What the later point is called.
    public let followUpLabel: String

    /// Makes a dumbbell chart.
    public init(pairs: [Pair], baselineLabel: String, followUpLabel: String) {
        self.pairs = pairs
        self.baselineLabel = baselineLabel
        self.followUpLabel = followUpLabel
    }

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        let hasCutOffs = pairs.contains { $0.cutOff != nil }
        let columns: [Column] =
            [.rowHeader(words.scale), .figures(baselineLabel), .figures(followUpLabel)]
            + (hasCutOffs ? [.figures(words.cutOff)] : [])
        let rows = pairs.map { pair in
            Row(
                [Prose(pair.scale), .quantity(pair.baseline), .quantity(pair.followUp)]
                    + (hasCutOffs ? [pair.cutOff.map(Prose.quantity) ?? ""] : []))
        }
        return (columns, rows)
    }
}
