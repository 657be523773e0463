/// Values at positions in time, one line a series, before bands that tell what a value means.
public struct Trajectory: Sendable, Hashable {
    /// A point in time that every series has a value or a reason for.
    public struct Position: Sendable, Hashable {
        /// What stands under it, such as `3 mdr.` or `12-03-2026`.
        public var label: String
        /// Where it stands, in any unit that grows with time.
        public var at: Double

        /// Makes a position.
        public init(_ label: String, at: Double) {
            self.label = label
            self.at = at
        }
    }

    /// One line.
    public struct Series: Sendable, Hashable {
        /// Whom or what the line is about.
        public var label: String
        /// One figure a position.
        public var values: [Estimate]

        /// Makes a series with one value, or its absence, for every position.
        public init(_ label: String, _ values: [Estimate]) {
            self.label = label
            self.values = values
        }
    }

    /// A range of values that means something, such as `klinisk område`.
    public struct Band: Sendable, Hashable {
        /// What the range means.
        public var label: String
        /// From its lowest to its highest value.
        public var range: ClosedRange<Double>
        /// What lying in it means for the families.
        public var meaning: Meaning

        /// Makes a band.
        public init(_ label: String, _ range: ClosedRange<Double>, _ meaning: Meaning = .neutral) {
            self.label = label
            self.range = range
            self.meaning = meaning
        }
    }

    /// The points in time, in their order.
    public let positions: [Position]
    /// The lines.
    public let series: [Series]
    /// What the values are.
    public let valueAxis: Axis
    /// The ranges behind the lines.
    public let bands: [Band]
    /// Whether a line goes on over positions at which its series was not measured, as where
    /// several persons are measured on days of their own; a gap is otherwise drawn as one.
    public let bridgesGaps: Bool

    /// Makes a trajectory; positions come in the order of time.
    public init(
        positions: [Position], series: [Series], valueAxis: Axis, bands: [Band] = [],
        bridgesGaps: Bool = false
    ) {
        for line in series {
            precondition(
                line.values.count == positions.count,
                "\(line.values.count) values for \(positions.count) positions in '\(line.label)'")
        }
        precondition(
            zip(positions, positions.dropFirst()).allSatisfy { $0.at < $1.at },
            "positions of a trajectory that do not come in the order of time")
        self.positions = positions
        self.series = series
        self.valueAxis = valueAxis
        self.bands = bands
        self.bridgesGaps = bridgesGaps
    }

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        let columns = [Column.rowHeader(words.period)] + series.map { .figures($0.label) }
        let rows = positions.indices.map { index in
            Row([Prose(positions[index].label)] + series.map { $0.values[index].prose })
        }
        return (columns, rows)
    }
}
