/// What a result becomes when each assumption is moved alone; the widest swing first.
public struct Tornado: Sendable, Hashable {
    /// One assumption.
    public struct Swing: Sendable, Hashable {
        public var assumption: String
        /// The values it is moved to, in words: `20 %`, `60 %`.
        public var lowInput: String
        public var highInput: String
        /// The result at each.
        public var atLow: Quantity
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

    public let swings: [Swing]
    public let central: Quantity
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
