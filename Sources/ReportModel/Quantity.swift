import Basics

/// A figure, unrounded, with its kind; or the reason why there is none. Rendering rounds it once.
///
/// A figure that is not finite (a mean over nobody) counts as not computed.
public indirect enum Quantity: Sendable, Hashable {
    /// A number of people, families, measurements.
    case count(Int)
    /// A share, 0 to 1, written as per cent.
    case share(Double, decimals: Int = 0)
    /// A difference of two shares, −1 to 1, written as percentage points with its sign.
    case shareDifference(Double, decimals: Int = 0)
    /// A score, a mean or another plain number.
    case score(Double, decimals: Int = 1)
    /// A change or a difference, written with its sign.
    case difference(Double, decimals: Int = 1)
    /// An amount in kroner.
    case money(Double, MoneyPrecision = .kroner)
    /// A day.
    case date(CalendarDate)
    /// The month of a day.
    case month(CalendarDate)
    /// A calendar year, never grouped.
    case year(Int)
    /// From one figure to another, both of one kind.
    case interval(low: Quantity, high: Quantity)
    /// The same in a sentence: `mellem 24 og 56 %`.
    case between(Quantity, Quantity)
    /// So many of so many: `12 af 31`.
    case part(Quantity, of: Quantity)
    /// No figure, and why.
    case absent(Absence)
}

/// Why a figure is not there; a reader always sees the reason, never a nought.
public enum Absence: Sendable, Hashable {
    /// Disclosure control hides it.
    case hidden
    /// It rests on fewer people than a figure may be published for.
    case under(Int)
    /// It cannot be computed; a short reason in the report's language, without a full stop.
    case notComputed(String)
}

extension Quantity {
    /// A figure that disclosure control hides.
    public static let hidden = Quantity.absent(.hidden)

    /// A count too small to publish: `under 5`.
    public static func underThreshold(_ threshold: Int) -> Quantity { .absent(.under(threshold)) }

    /// A figure that cannot be computed, with a short reason in the report's language.
    public static func notComputed(_ reason: String) -> Quantity {
        .absent(.notComputed(reason))
    }

    /// An amount given in whole øre.
    public static func money(oere: Int, _ precision: MoneyPrecision = .kroner) -> Quantity {
        .money(Double(oere) / 100, precision)
    }

    /// Why there is no figure, or nothing when there is one.
    public var absence: Absence? {
        switch self {
        case .absent(let reason): reason
        case .share(let value, _), .shareDifference(let value, _), .score(let value, _),
            .difference(let value, _), .money(let value, _):
            value.isFinite ? nil : .notComputed("")
        case .interval(let low, let high), .between(let low, let high): low.absence ?? high.absence
        case .part(let part, let whole): part.absence ?? whole.absence
        case .count, .date, .month, .year: nil
        }
    }

    /// Whether there is a figure to show.
    public var isShown: Bool { absence == nil }

    /// The figure as rounded for showing, in its own unit: 0.387 of a share shown as 38.7 %.
    ///
    /// Charts draw it and tables sort by it, so that no drawing tells more than the text.
    /// An interval or a part gives its first figure; a date its days since 1970-01-01.
    public var shownValue: Double? {
        guard isShown else { return nil }
        switch self {
        case .count(let value), .year(let value): return Double(value)
        case .share(let value, let decimals), .shareDifference(let value, let decimals):
            let percent = RoundedDecimal(value, decimals: decimals, shift: 2)
            return RoundedDecimal(percent.value, decimals: decimals + 2, shift: -2).value
        case .score(let value, let decimals), .difference(let value, let decimals):
            return RoundedDecimal(value, decimals: decimals).value
        case .money(let value, let precision):
            let rounded = RoundedDecimal(
                value, decimals: precision.decimals, shift: precision.shift)
            return RoundedDecimal(rounded.value, decimals: 2, shift: -precision.shift).value
        case .date(let date), .month(let date): return Double(date.days)
        case .interval(let low, _), .between(let low, _): return low.shownValue
        case .part(let part, _): return part.shownValue
        case .absent: return nil
        }
    }
}

/// An interval about a figure, each end rounded for itself.
public struct Interval: Sendable, Hashable {
    /// The low end.
    public var low: Quantity
    /// The high end.
    public var high: Quantity

    /// Makes an interval from its low and its high end.
    public init(_ low: Quantity, _ high: Quantity) {
        self.low = low
        self.high = high
    }

    /// The interval as one figure.
    public var quantity: Quantity { .interval(low: low, high: high) }
}
