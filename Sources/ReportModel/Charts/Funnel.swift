/// Units of different size about a common share, with limits that narrow as units grow.
///
/// A unit within the limits is drawn without its name: the chart is no ranking.
public struct Funnel: Sendable, Hashable {
    /// One unit.
    public struct Unit: Sendable, Hashable {
        /// The unit's name, shown only when it lies outside.
        public var label: String
        /// How many people it has.
        public var size: Quantity
        /// Their share.
        public var share: Quantity
        /// What the outer limits say of it.
        public var position: Position

        /// Makes a unit.
        public init(_ label: String, size: Quantity, share: Quantity, _ position: Position) {
            self.label = label
            self.size = size
            self.share = share
            self.position = position
        }

        /// What lying outside the outer limits means, where it does.
        public var outside: Meaning? {
            if case .outside(let meaning) = position { meaning } else { nil }
        }
    }

    /// Where a unit lies; a unit that may not be judged lies nowhere.
    public enum Position: Sendable, Hashable {
        /// Within the outer limits.
        case within
        /// Outside them, and what that means.
        case outside(Meaning)
        /// There are too few units, or its figure or its limits are not shown.
        case notJudged
    }

    /// The limits at one size, as shares.
    public struct Limit: Sendable, Hashable {
        /// The number of people.
        public var size: Double
        /// The 95 % limits there.
        public var inner: ClosedRange<Double>
        /// The 99.8 % limits there.
        public var outer: ClosedRange<Double>

        /// Makes the limits at a size: 95 % inside, 99.8 % outside.
        public init(size: Double, inner: ClosedRange<Double>, outer: ClosedRange<Double>) {
            self.size = size
            self.inner = inner
            self.outer = outer
        }
    }

    /// The units.
    public let units: [Unit]
    /// The share of all together.
    public let common: Quantity
    /// The limits, in the order of size.
    public let limits: [Limit]
    /// What the size is.
    public let sizeAxis: Axis
    /// What the share is.
    public let shareAxis: Axis

    /// Makes a funnel; the limits come in the order of size.
    public init(
        units: [Unit], common: Quantity, limits: [Limit], sizeAxis: Axis, shareAxis: Axis
    ) {
        precondition(
            zip(limits, limits.dropFirst()).allSatisfy { $0.size < $1.size },
            "limits of a funnel that do not come in the order of size")
        self.units = units
        self.common = common
        self.limits = limits
        self.sizeAxis = sizeAxis
        self.shareAxis = shareAxis
    }

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        let columns: [Column] = [
            .rowHeader(words.unit), .figures(words.size), .figures(shareAxis.label),
            .text(words.position),
        ]
        let rows = units.map { unit -> Row in
            let isShown = unit.share.isShown && unit.size.isShown
            return [
                Prose(unit.label), .quantity(unit.size), .quantity(unit.share),
                Prose(isShown ? unit.position.text(words) : words.notJudged),
            ]
        }
        return (columns, rows)
    }
}

extension Funnel.Position {
    /// The position as a cell of the data table.
    fileprivate func text(_ words: ChartWords) -> String {
        switch self {
        case .within: words.withinLimits
        case .outside: words.outsideLimits
        case .notJudged: words.notJudged
        }
    }
}
