import Basics
import Model

/// The least and greatest score that answers can give, so that a declared range is never wrong.
extension InstrumentVocabulary {
    /// Reports a declared range that is not exactly what the answers can give.
    func checkRange(of scale: Scale, after scales: [Scale], _ block: YAMLMapping) {
        let value = block.optional("range") ?? block.place
        let variants = [scale.rule.parts] + scale.rule.partsByInformant.values
        let spans = variants.map { span(of: $0, scale.rule, scales) }
        guard let low = spans.map(\.low).min(), let high = spans.map(\.high).max() else { return }
        if low != scale.lowest || high != scale.highest {
            value.report(
                "is \(scale.lowest)..\(scale.highest), but the answers give \(low)..\(high)")
        }
        checkTotal(of: scale, value)
    }

    private func checkTotal(of scale: Scale, _ value: YAMLValue) {
        guard let total = (scale.rule.orTotal ?? scale.rule.elseTotal).map({ items[$0] }) else {
            return
        }
        let unit = Int64(answerUnit)
        if Ratio(Int64(total.lowest), over: unit) != scale.lowest
            || Ratio(Int64(total.highest), over: unit) != scale.highest
        {
            value.report("differs from the range of '\(total.name)'")
        }
    }

    private func span(
        of parts: ScoringRule.Parts, _ rule: ScoringRule, _ scales: [Scale]
    ) -> (low: Ratio, high: Ratio) {
        let spans: [(low: Ratio, high: Ratio)] =
            switch parts {
            case .items(let indices): indices.map { span(of: items[$0], rule) }
            case .scales(let indices): indices.map { (scales[$0].lowest, scales[$0].highest) }
            }
        guard let least = spans.map(\.low).min(), let most = spans.map(\.high).max() else {
            return (0, 0)
        }
        let times = Ratio(rule.times)
        if rule.combine == .mean { return (least * times, most * times) }
        let marks = Ratio((rule.marks?.items.count ?? 0) * (rule.marks?.points ?? 0))
        let low = spans.reduce(0) { $0 + $1.low }
        let high = spans.reduce(0) { $0 + $1.high }
        return (low * times, (high + marks) * times)
    }

    private func span(of item: Item, _ rule: ScoringRule) -> (low: Ratio, high: Ratio) {
        let unit = Int64(answerUnit)
        if let low = rule.recode.min(), let high = rule.recode.max() {
            return (Ratio(Int64(low), over: unit), Ratio(Int64(high), over: unit))
        }
        let high = min(item.highest, rule.highestAnswer ?? item.highest)
        return (Ratio(Int64(item.lowest), over: unit), Ratio(Int64(high), over: unit))
    }
}
