/// One small course for each unit, all on one scale, in the order given: no ranking.
public struct SmallMultiples: Sendable, Hashable {
    /// One unit's course.
    public struct Panel: Sendable, Hashable {
        /// The unit's name.
        public var label: String
        /// One figure a period.
        public var values: [Quantity]

        /// Makes a panel with one value, or its absence, for every period.
        public init(_ label: String, _ values: [Quantity]) {
            self.label = label
            self.values = values
        }
    }

    /// The periods, in the order of time.
    public let periods: [String]
    /// The units, in the order in which they stand.
    public let panels: [Panel]
    /// What the values are, on one scale for all.
    public let valueAxis: Axis
    /// A value to compare with, such as the whole programme's.
    public let reference: Quantity?
    /// What the value compared with is called.
    public let referenceLabel: String

    /// Makes small multiples.
    public init(
        periods: [String], panels: [Panel], valueAxis: Axis, reference: Quantity? = nil,
        referenceLabel: String = ""
    ) {
        for panel in panels {
            precondition(
                panel.values.count == periods.count,
                "\(panel.values.count) values for \(periods.count) periods in '\(panel.label)'")
        }
        self.periods = periods
        self.panels = panels
        self.valueAxis = valueAxis
        self.reference = reference
        self.referenceLabel = referenceLabel
    }

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        let columns = [Column.rowHeader(words.period)] + panels.map { .figures($0.label) }
        let rows = periods.indices.map { index in
            Row([Prose(periods[index])] + panels.map { .quantity($0.values[index]) })
        }
        return (columns, rows)
    }
}
