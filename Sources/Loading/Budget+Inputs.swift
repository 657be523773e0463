import Basics
import Foundation
import Model

extension BudgetReader {
    /// The source, evidence and letter that stand beside a number.
    static func backing(_ mapping: YAMLMapping) -> BudgetBacking? {
        let source = mapping.required("source")?.text()
        let evidence = mapping.required("evidence")?.choice(Evidence.self)
        let letter = mapping.optional("letter").map { $0.choice(EvidenceLetter.self) }
        let confirmed = mapping.optional("confirmed-by")?.text()
        guard let source, let evidence else { return nil }
        return BudgetBacking(
            source: source, evidence: evidence, letter: letter ?? nil, confirmedBy: confirmed)
    }

    /// A share with its backing, of any size: success shares are checked by their own rule.
    static func share(_ value: YAMLValue) -> BudgetShare? {
        guard let mapping = value.mapping() else { return nil }
        let share = mapping.required("share")?.share()
        let low = mapping.optional("low")?.share()
        let high = mapping.optional("high")?.share()
        let backing = backing(mapping)
        mapping.finish()
        guard let share, let backing, isInterval(low, share, high, at: value) else { return nil }
        return BudgetShare(share, low: low, high: high, backing: backing)
    }

    /// A plain share from 0 to 1.
    static func unitShare(_ value: YAMLValue) -> Ratio? {
        guard let share = value.share() else { return nil }
        guard share >= 0, share <= 1 else {
            value.report("must be from 0 % to 100 %")
            return nil
        }
        return share
    }

    /// The amount, interval, price year and backing that a mapping holds among its keys.
    static func amount(_ mapping: YAMLMapping) -> BudgetAmount? {
        let amount = mapping.required("amount")?.number()
        let low = mapping.optional("low")?.number()
        let high = mapping.optional("high")?.number()
        let level = level(mapping)
        let backing = backing(mapping)
        guard let amount, let level, let backing,
            isInterval(low, amount, high, at: mapping.place)
        else { return nil }
        guard amount >= 0, low ?? 0 >= 0 else {
            mapping.place.report("takes amounts from 0; the kind gives the sign")
            return nil
        }
        return BudgetAmount(
            Money(amount), low: low.map { Money($0) }, high: high.map { Money($0) },
            level: level, backing: backing)
    }

    private static func isInterval(
        _ low: Ratio?, _ value: Ratio, _ high: Ratio?, at place: YAMLValue
    ) -> Bool {
        if low == nil, high == nil { return true }
        // Compared in decimals: long fractions would overflow a ratio's cross product.
        if let low, let high, low.decimal <= value.decimal, value.decimal <= high.decimal {
            return true
        }
        place.report("takes both low and high, with the value between them")
        return false
    }

    /// Who pays: one split, or several with dates that never hold in the same year.
    static func payers(_ value: YAMLValue) -> [PayerShares]? {
        guard case .sequence = value.node else { return split(value).map { [$0] } }
        guard let splits = value.list(of: split), !splits.isEmpty else { return nil }
        let doubled = (1990...2100).first { year in
            splits.count { $0.holds(in: year) } > 1
        }
        if let doubled {
            value.report("has two splits that hold in \(doubled)", code: .budgetPayerShares)
            return nil
        }
        return splits
    }

    private static func split(_ value: YAMLValue) -> PayerShares? {
        guard let mapping = value.mapping() else { return nil }
        let from = mapping.optional("from")?.date()
        let through = mapping.optional("through")?.date()
        let purses = PublicPurse.allCases.compactMap { purse in
            mapping.optional(purse.rawValue).flatMap(unitShare).map {
                PayerShares.Part(purse, $0)
            }
        }
        let committees = mapping.optional("committees").map(committees) ?? []
        mapping.finish()
        guard let committees, sumToOne(purses.map(\.share), at: value) else { return nil }
        return PayerShares(from: from, through: through, purses: purses, committees: committees)
    }

    private static func committees(_ value: YAMLValue) -> [PayerShares.Part<String>]? {
        guard let mapping = value.mapping() else { return nil }
        let parts = mapping.all().compactMap { name, share in
            unitShare(share).map { PayerShares.Part(name, $0) }
        }
        return sumToOne(parts.map(\.share), at: value) ? parts : nil
    }

    private static func sumToOne(_ shares: [Ratio], at place: YAMLValue) -> Bool {
        let sum = shares.reduce(Decimal(0)) { $0 + $1.decimal }
        if sum == 1 { return true }
        place.report(
            "has shares that sum to \(sum * 100) %, not 100 %", code: .budgetPayerShares)
        return false
    }
}
