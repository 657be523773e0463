import Basics
import Foundation
import Model

/// Converts amounts to one price level by the user's index.
struct PriceConversion {
    let target: PriceLevel
    let index: PriceIndex?

    /// The factor from a price level to the target's, or nothing where it cannot be had.
    ///
    /// Social- og Boligstyrelsen's model uses the net price index: index of the target year over
    /// index of the amount's own year.
    func factor(from level: PriceLevel) -> Decimal? {
        guard case .year(let year) = target else { return 1 }
        guard case .year(let own) = level else { return nil }
        if own == year { return 1 }
        guard let from = index?[own], let to = index?[year] else { return nil }
        return to.decimal / from.decimal
    }

    /// The index entries that a price level needs.
    func entries(for level: PriceLevel) -> [PriceIndex.Entry] {
        guard case .year(let year) = target, case .year(let own) = level, own != year else {
            return []
        }
        return index?.entries.filter { $0.year == own || $0.year == year } ?? []
    }

    /// What is missing, as a sentence for a finding.
    func complaint(about name: String, level: PriceLevel) -> String {
        switch (level, target) {
        case (.year(let own), .year(let year)):
            "'\(name)' is in prices of \(own) and the budget in prices of \(year); "
                + "the price index lacks one of them"
        default: "'\(name)' states no price year and cannot be converted to the budget's"
        }
    }
}
