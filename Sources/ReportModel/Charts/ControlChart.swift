/// Individual values over time with the limits of ordinary variation (XmR).
public struct ControlChart: Sendable, Hashable {
    /// One period's value.
    public struct Point: Sendable, Hashable {
        /// The period, such as `okt. 26`.
        public var label: String
        /// The period's figure.
        public var value: Quantity
        /// What the limits say of it.
        public var judgement: Judgement

        /// Makes a point.
        public init(_ label: String, _ value: Quantity, _ judgement: Judgement) {
            self.label = label
            self.value = value
            self.judgement = judgement
        }

        /// The rule that marks it, where one does.
        public var signal: Signal? {
            if case .signal(let signal) = judgement { signal } else { nil }
        }
    }

    /// What the limits say of a point; where none are shown, nothing may be said of it.
    public enum Judgement: Sendable, Hashable {
        /// Its variation is ordinary.
        case ordinary
        /// A rule marks it.
        case signal(Signal)
        /// It is not judged, and why.
        case notJudged(Absence)
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
            return Row(
                [Prose(points[index].label), .quantity(points[index].value)]
                    + (limits ?? ["", "", ""]) + [points[index].judgement.prose(words)])
        }
        return (columns, rows)
    }
}

extension ControlChart.Judgement {
    /// The judgement as a cell of the data table.
    fileprivate func prose(_ words: ChartWords) -> Prose {
        switch self {
        case .ordinary: Prose(words.noSignal)
        case .signal(let signal): Prose(signal.rule)
        case .notJudged(let absence): .quantity(.absent(absence))
        }
    }
}
