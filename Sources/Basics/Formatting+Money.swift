/// How exactly an amount is written.
public enum MoneyPrecision: Sendable, Hashable, CaseIterable {
    case oere
    case kroner
    case thousands
    case millions

    /// The decimals shown.
    public var decimals: Int {
        switch self {
        case .oere: 2
        case .kroner, .thousands: 0
        case .millions: 1
        }
    }

    /// How many places the point of an amount in kroner moves to the right.
    public var shift: Int {
        switch self {
        case .oere, .kroner: 0
        case .thousands: -3
        case .millions: -6
        }
    }
}

extension Formatting {
    /// Writes an amount in kroner: `1.234,50 kr.`, `3,3 mio. kr.`, `DKK 1,234.50`.
    public func money(_ kroner: Double, _ precision: MoneyPrecision = .kroner) -> String {
        let rounded = RoundedDecimal(
            kroner, decimals: precision.decimals, shift: precision.shift)
        return language == .danish
            ? number(rounded) + Formatting.noBreakSpace + danishUnit(precision)
            : english(rounded, precision)
    }

    private func danishUnit(_ precision: MoneyPrecision) -> String {
        switch precision {
        case .oere, .kroner: "kr."
        case .thousands: "t.kr."
        case .millions: "mio.\(Formatting.noBreakSpace)kr."
        }
    }

    private func english(_ rounded: RoundedDecimal, _ precision: MoneyPrecision) -> String {
        let amount = "DKK" + Formatting.noBreakSpace + number(rounded)
        switch precision {
        case .oere, .kroner: return amount
        case .thousands: return amount + Formatting.noBreakSpace + "thousand"
        case .millions: return amount + Formatting.noBreakSpace + "million"
        }
    }
}
