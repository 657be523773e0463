import Basics

/// Discount rates by years after the base year, real and per year.
public struct DiscountRates: Sendable, Hashable {
    /// In ascending order of year; the last one has no end.
    public var brackets: [Bracket]

    /// A span of years with one rate.
    public struct Bracket: Sendable, Hashable {
        /// The last year after the base year that it covers; nothing for the last bracket.
        public var through: Int?
        /// The real rate per year, as a share.
        public var rate: Ratio
        /// What it rests on.
        public var backing: BudgetBacking

        /// Makes a bracket.
        public init(through: Int?, rate: Ratio, backing: BudgetBacking) {
            self.through = through
            self.rate = rate
            self.backing = backing
        }
    }

    /// Makes rates.
    public init(_ brackets: [Bracket]) {
        self.brackets = brackets
    }

    /// The rate of the year that lies `years` (from 1) after the base year.
    public func rate(ofYear years: Int) -> Ratio {
        brackets.first { years <= $0.through ?? Int.max }?.rate ?? 0
    }

    /// One rate for every year.
    public static func flat(_ rate: Ratio, backing: BudgetBacking) -> DiscountRates {
        DiscountRates([Bracket(through: nil, rate: rate, backing: backing)])
    }

    /// The Danish Ministry of Finance's rates: 3.5 % to year 35, 2.5 % to year 70, 1.5 % after.
    ///
    /// Finansministeriet, "Dokumentationsnotat for den samfundsøkonomiske diskonteringsrente",
    /// 7 January 2021. The last rate was not to be read there and is provisional.
    public static let ministryOfFinance2021 = DiscountRates([
        Bracket(through: 35, rate: Ratio(35, over: 1000), backing: ministry(.confirmed)),
        Bracket(through: 70, rate: Ratio(25, over: 1000), backing: ministry(.confirmed)),
        Bracket(through: nil, rate: Ratio(15, over: 1000), backing: ministry(.provisional)),
    ])

    private static func ministry(_ evidence: Evidence) -> BudgetBacking {
        BudgetBacking(
            source: "Finansministeriet, Dokumentationsnotat for den samfundsøkonomiske "
                + "diskonteringsrente, 7 January 2021",
            evidence: evidence)
    }
}
