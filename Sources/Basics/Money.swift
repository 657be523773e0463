import Foundation

/// An amount of Danish kroner, exact: never a binary fraction, and rounded only when shown.
///
/// Sums and products of decimal inputs are exact up to 38 significant digits. A division that
/// does not end (a price per 5.7 families, a discounted amount) is cut after 38 digits.
public struct Money: Sendable, Hashable, Comparable {
    /// The amount in kroner.
    public var kroner: Decimal

    /// Makes an amount of kroner.
    public init(kroner: Decimal) {
        self.kroner = kroner
    }

    /// Makes an amount of whole kroner.
    public init(_ kroner: Int) {
        self.kroner = Decimal(kroner)
    }

    /// Makes an amount of an exact number of kroner.
    public init(_ kroner: Ratio) {
        self.kroner = kroner.decimal
    }

    /// Nothing at all.
    public static let zero = Money(0)

    /// Whether one amount is less than another.
    public static func < (a: Money, b: Money) -> Bool { a.kroner < b.kroner }

    /// The sum of two amounts.
    public static func + (a: Money, b: Money) -> Money { Money(kroner: a.kroner + b.kroner) }

    /// The difference of two amounts.
    public static func - (a: Money, b: Money) -> Money { Money(kroner: a.kroner - b.kroner) }

    /// Adds an amount.
    public static func += (a: inout Money, b: Money) { a.kroner += b.kroner }

    /// The amount with its sign turned.
    public static prefix func - (a: Money) -> Money { Money(kroner: -a.kroner) }

    /// The amount multiplied by a number.
    public static func * (a: Money, times: Decimal) -> Money { Money(kroner: a.kroner * times) }

    /// The amount divided by a number that is not zero.
    public static func / (a: Money, number: Decimal) -> Money {
        precondition(number != 0, "\(a.kroner) kroner divided by \(number)")
        return Money(kroner: a.kroner / number)
    }
}

extension Money {
    /// The amount rounded for showing: half away from zero at `places` decimals.
    ///
    /// The tail that a division without an end leaves is removed first (16 decimals), so that
    /// 2 / 3 of 3 kroner and a half øre are rounded as exact arithmetic would round them.
    /// Negative places round to tens, hundreds, thousands.
    public func rounded(places: Int = 2) -> Money {
        Money(kroner: kroner.rounded(places: 16).rounded(places: places))
    }

    /// The nearest double: for drawing and for simulation, never for sums that are shown.
    public var value: Double { kroner.double }

    /// The amount with two decimals and a decimal point, such as `-79750.00`.
    public var tidy: String {
        let shown = rounded()
        let text = "\(shown.kroner)"
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? String(parts[1]) : ""
        return parts[0] + "." + decimals + String(repeating: "0", count: 2 - decimals.count)
    }
}

extension Decimal {
    /// The number rounded half away from zero; negative places round to tens and hundreds.
    public func rounded(places: Int) -> Decimal {
        var value = self
        var result = Decimal()
        NSDecimalRound(&result, &value, places, .plain)
        return result
    }

    /// The nearest double, read from the decimal digits.
    public var double: Double { Double("\(self)") ?? .nan }

    /// The number to the power of a whole exponent from 0.
    public func power(_ exponent: Int) -> Decimal {
        (0..<max(exponent, 0)).reduce(1) { product, _ in product * self }
    }
}

extension Ratio {
    /// The number in decimal digits: exact where the digits end, else cut after 38.
    public var decimal: Decimal { Decimal(numerator) / Decimal(denominator) }
}
