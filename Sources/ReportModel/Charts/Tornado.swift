/// What a result becomes when each assumption is moved alone; the widest swing first.
public struct Tornado: Sendable, Hashable {
    /// One assumption.
    public struct Swing: Sendable, Hashable {
        /// What is moved.
        public var assumption: String
        /// The values it is moved to, in words: `20 %`, `60 %`.
        public var lowInput: String
        /// The high value, in words.
        public var highInput: String
        /// The result at each.
        public var atLow: Quantity
        /// The result at the high value.
        public var atHigh: Quantity

        /// Makes a swing.
        public init(
            _ assumption: String, lowInput: String, atLow: Quantity, highInput: String,
            atHigh: Quantity
        ) {
            self.assumption = assumption
            self.lowInput = lowInput
            self.highInput = highInput
            self.atLow = atLow
            self.atHigh = atHigh
        }
    }

    /// The assumptions, in the order in which they stand.
    public let swings: [Swing]
    /// The result when nothing is moved.
    public let central: Quantity
    /// What the result is.
    public let axis: Axis

    /// Makes a tornado of swings in the order in which they are to stand.
    public init(swings: [Swing], central: Quantity, axis: Axis) {
        self.swings = swings
        self.central = central
        self.axis = axis
    }

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        let columns: [Column] = [
            .rowHeader(words.assumption), .figures(words.atLow), .figures(words.atHigh),
        ]
        let rows = swings.map { swing -> Row in
            [
                Prose(swing.assumption), "\(swing.lowInput): \(swing.atLow)",
                "\(swing.highInput): \(swing.atHigh)",
            ]
        }
        let last = Row(
            [Prose(words.central), .quantity(central), .quantity(central)], isTotal: true)
        return (columns, rows + [last])
    }
}
