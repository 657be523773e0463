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
        /// Whether it lies outside the outer limits, and what that means; nothing inside.
        public var outside: Meaning?

        /// Makes a unit.
        public init(_ label: String, size: Quantity, share: Quantity, outside: Meaning? = nil) {
            self.label = label
            self.size = size
            self.share = share
            self.outside = outside
        }
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
            let place = unit.outside == nil ? words.withinLimits : words.outsideLimits
            let isShown = unit.share.isShown && unit.size.isShown
            return [
                Prose(unit.label), .quantity(unit.size), .quantity(unit.share),
                Prose(isShown ? place : ""),
            ]
        }
        return (columns, rows)
    }
}
