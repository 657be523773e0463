import Basics

/// A span of completed ages, both ends included.
public struct AgeRange: Sendable, Hashable {
    /// The unit in which ages are counted.
    public enum Unit: String, Sendable, Hashable, CaseIterable {
        case months
        case years
    }

    public var from: Int
    /// Nothing where the span is open upwards.
    public var through: Int?
    public var unit: Unit
    /// Whether the last age counts on the very day it is reached only: "to 72 months 0 days".
    public var endsOnTheDay: Bool

    /// Makes a span.
    public init(from: Int, through: Int?, unit: Unit, endsOnTheDay: Bool = false) {
        self.from = from
        self.through = through
        self.unit = unit
        self.endsOnTheDay = endsOnTheDay
    }

    /// Whether a person born on `birth` is of an age in the span on `date`.
    public func contains(birth: CalendarDate, on date: CalendarDate) -> Bool {
        let age =
            switch unit {
            case .months: birth.completedMonths(to: date)
            case .years: birth.completedYears(to: date)
            }
        guard age >= from, age <= through ?? Int.max else { return false }
        return !endsOnTheDay || age != through || date == birth.adding(months: age * monthsPerAge)
    }

    private var monthsPerAge: Int { unit == .months ? 1 : 12 }
}
