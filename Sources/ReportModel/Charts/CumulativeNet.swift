/// Gains less costs, added up to the end of each year.
public struct CumulativeNet: Sendable, Hashable {
    /// One year.
    public struct Year: Sendable, Hashable {
        /// The year's name.
        public var label: String
        /// Gains less costs up to its end.
        public var net: Estimate

        /// Makes a year.
        public init(_ label: String, _ net: Estimate) {
            self.label = label
            self.net = net
        }
    }

    /// The years, in their order.
    public let years: [Year]
    /// What the amounts are.
    public let axis: Axis
    /// The first year that ends at nought or above, in words, where there is one.
    public let breakEven: String?

    /// Makes a chart of cumulative net amounts.
    public init(years: [Year], axis: Axis, breakEven: String? = nil) {
        self.years = years
        self.axis = axis
        self.breakEven = breakEven
    }

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        (
            [.rowHeader(words.year), .figures(words.cumulativeNet)],
            years.map { [Prose($0.label), $0.net.prose] }
        )
    }
}
