/// Individual values over time with the limits of ordinary variation (XmR).
public struct ControlChart: Sendable, Hashable {
    /// One period's value.
    public struct Point: Sendable, Hashable {
        /// The period, such as `okt. 26`.
        public var label: String
        /// The period's figure.
        public var value: Quantity
        /// The rule that marks it, or nothing when its variation is ordinary.
        public var signal: Signal?

        /// Makes a point.
        public init(_ label: String, _ value: Quantity, signal: Signal? = nil) {
            self.label = label
            self.value = value
            self.signal = signal
        }
    }

    /// Why a point stands out.
    public struct Signal: Sendable, Hashable {
        /// The rule in a few words, such as `uden for grænserne`.
        public var rule: String
        /// What it means for the families.
        public var meaning: Meaning

        /// Makes a signal.
        public init(_ rule: String, _ meaning: Meaning) {
            self.rule = rule
            self.meaning = meaning
        }
    }

    /// Limits that hold from one point to the last before the next phase.
    public struct Phase: Sendable, Hashable {
        /// The index of its first point.
        public var start: Int
        /// The centre line.
        public var mean: Quantity
        /// The lower limit of ordinary variation.
        public var lower: Quantity
        /// The upper limit of ordinary variation.
        public var upper: Quantity

        /// Makes a phase.
        public init(from start: Int, mean: Quantity, lower: Quantity, upper: Quantity) {
            self.start = start
            self.mean = mean
            self.lower = lower
            self.upper = upper
        }
    }

    /// The periods, in the order of time.
    public let points: [Point]
    /// The limits, each from its first point on.
    public let phases: [Phase]
    /// What the values are.
    public let valueAxis: Axis

    /// Makes a control chart; the phases come in order and begin inside the points.
    public init(points: [Point], phases: [Phase], valueAxis: Axis) {
        let starts = phases.map(\.start)
        precondition(
            starts == starts.sorted() && starts.allSatisfy(points.indices.contains),
            "phases that start at \(starts) among \(points.count) points")
        self.points = points
        self.phases = phases
        self.valueAxis = valueAxis
    }

    /// The phase that a point belongs to, or nothing before the first.
    public func phase(of index: Int) -> Phase? { phases.last { $0.start <= index } }

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        let columns: [Column] = [
            .rowHeader(words.period), .figures(words.value), .figures(words.mean),
            .figures(words.lowerLimit), .figures(words.upperLimit), .text(words.signal),
        ]
        let rows = points.indices.map { index -> Row in
            let limits = phase(of: index).map { [$0.mean, $0.lower, $0.upper].map(Prose.quantity) }
            let signal = points[index].signal?.rule ?? words.noSignal
            return Row(
                [Prose(points[index].label), .quantity(points[index].value)]
                    + (limits ?? ["", "", ""]) + [Prose(signal)])
        }
        return (columns, rows)
    }
}
