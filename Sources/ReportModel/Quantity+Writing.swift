import Basics

extension Quantity {
    /// Writes the figure, rounded half away from zero, or the reason why there is none.
    public func written(in language: Language) -> String {
        if let absence { return absence.written(in: language) }
        let format = Formatting(language)
        switch self {
        case .count(let value): return format.integer(value)
        case .share(let value, let decimals): return format.percent(value, decimals: decimals)
        case .shareDifference(let value, let decimals):
            return format.percentagePoints(value, decimals: decimals)
        case .score(let value, let decimals): return format.number(value, decimals: decimals)
        case .difference(let value, let decimals):
            return format.difference(value, decimals: decimals)
        case .money(let value, let precision): return format.money(value, precision)
        case .date(let date): return format.date(date)
        case .month(let date): return format.month(date.month, year: date.year)
        case .year(let value): return String(value)
        case .interval(let low, let high):
            return Quantity.writtenInterval(low, high, in: language)
        case .between(let low, let high):
            let (before, word) =
                language == .danish ? ("mellem ", " og ") : ("between ", " and ")
            let first = Quantity.withoutUnitOfLast(low, high, in: language)
            return before + first + word + high.written(in: language)
        case .part(let part, let whole):
            let word = language == .danish ? " af " : " of "
            return part.written(in: language) + word + whole.written(in: language)
        case .absent(let absence): return absence.written(in: language)
        }
    }

    /// `24–56 %` where both ends carry the same unit and no sign, else `−0,3 til 1,2`.
    private static func writtenInterval(
        _ low: Quantity, _ high: Quantity, in language: Language
    ) -> String {
        let last = high.written(in: language)
        guard !low.needsWordBetween, !high.needsWordBetween else {
            return low.written(in: language) + (language == .danish ? " til " : " to ") + last
        }
        return withoutUnitOfLast(low, high, in: language) + "–" + last
    }

    /// The first figure without its per cent sign, where the last one carries it for both.
    private static func withoutUnitOfLast(
        _ low: Quantity, _ high: Quantity, in language: Language
    ) -> String {
        let unit = Formatting(language).percentSign
        let first = low.written(in: language)
        let isShared = first.hasSuffix(unit) && high.written(in: language).hasSuffix(unit)
        return isShared ? String(first.dropLast(unit.count)) : first
    }

    /// Whether a dash beside the figure could be read as a minus, or splits several words.
    private var needsWordBetween: Bool {
        switch self {
        case .count, .year: false
        case .share(let value, _), .score(let value, _): value < 0
        case .shareDifference, .difference, .money, .date, .month, .interval, .between, .part,
            .absent:
            true
        }
    }
}

extension Absence {
    /// Writes the reason as it stands where the figure would.
    public func written(in language: Language) -> String {
        switch self {
        case .hidden: language == .danish ? "skjult" : "hidden"
        case .under(let threshold): "under \(threshold)"
        case .notComputed(let reason): reason.isEmpty ? "–" : "– (\(reason))"
        }
    }

    /// Explains the reason where there is room, as under a chart.
    public func explained(in language: Language) -> String {
        switch (self, language) {
        case (.hidden, .danish): "skjult af hensyn til anonymiteten"
        case (.hidden, .english): "hidden to protect anonymity"
        case (.under(let threshold), .danish): "under \(threshold), vises ikke"
        case (.under(let threshold), .english): "under \(threshold), not shown"
        case (.notComputed(let reason), .danish):
            reason.isEmpty ? "ikke beregnet" : "ikke beregnet: \(reason)"
        case (.notComputed(let reason), .english):
            reason.isEmpty ? "not computed" : "not computed: \(reason)"
        }
    }
}
