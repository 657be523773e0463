/// A progression wheel: each axis at the first and at the latest measurement.
public struct Wheel: Sendable, Hashable {
    /// One axis of the wheel.
    public struct Spoke: Sendable, Hashable {
        /// What the axis is about.
        public var label: String
        /// The figure at the first measurement.
        public var first: Quantity
        /// The figure at the latest measurement.
        public var latest: Quantity

        /// Makes an axis of the wheel.
        public init(_ label: String, first: Quantity, latest: Quantity) {
            self.label = label
            self.first = first
            self.latest = latest
        }
    }

    /// The axes, clockwise from the top.
    public let spokes: [Spoke]
    /// The values at the hub and at the rim.
    public let range: ClosedRange<Double>
    /// What the two rings are called, such as `ved start` and `seneste`.
    public let firstLabel: String
    /// What the ring of the latest measurement is called.
    public let latestLabel: String

    /// Makes a wheel of at least three axes.
    public init(
        spokes: [Spoke], range: ClosedRange<Double>, firstLabel: String, latestLabel: String
    ) {
        precondition(spokes.count >= 3, "a wheel of \(spokes.count) axes; at least 3 are wanted")
        precondition(range.lowerBound < range.upperBound, "a wheel from \(range)")
        self.spokes = spokes
        self.range = range
        self.firstLabel = firstLabel
        self.latestLabel = latestLabel
    }

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        (
            [.rowHeader(words.axis), .figures(firstLabel), .figures(latestLabel)],
            spokes.map { [Prose($0.label), .quantity($0.first), .quantity($0.latest)] }
        )
    }
}
