import Basics
import ReportModel

extension StackedShares {
    /// Draws a bar for each group with its words above it and an interval below it.
    func draw(on sketch: inout Sketch, in language: Language) {
        sketch.legend(legend(in: language))
        sketch.height += 4
        for bar in bars { draw(bar, on: &sketch, language) }
    }

    private func legend(in language: Language) -> [LegendEntry] {
        categories.indices.map {
            LegendEntry(sign: .swatch(style($0)), text: categories[$0].label)
        }
            + (hasInterval
                ? [LegendEntry(sign: .dash("whisker s1"), text: intervalText(language))] : [])
            + absenceLegend(bars.flatMap { $0.parts.map(\.value) }, in: language)
    }

    private var hasInterval: Bool { bars.contains { $0.parts.first?.shownInterval != nil } }

    private func intervalText(_ language: Language) -> String {
        let words = ChartWords(language)
        return "\(categories.first?.label ?? ""): \(words.interval)"
    }

    /// Blue when better, orange when worse, greys in between that differ in lightness.
    private func style(_ index: Int) -> String {
        let before = categories[..<index].count { $0.meaning == categories[index].meaning }
        switch categories[index].meaning {
        case .better: return before == 0 ? "fill better" : "fill better2"
        case .worse: return before == 0 ? "fill worse" : "fill worse2"
        case .neutral: return before == 0 ? "fill neutral" : "fill neutral2"
        }
    }

    private func draw(_ bar: Bar, on sketch: inout Sketch, _ language: Language) {
        let size = "n = \(bar.size.written(in: language))"
        let wide = TextMeasure.width(size) + 12
        let words = TextMeasure.wrapped(
            bar.label, width: sketch.width - wide, size: TextMeasure.strong, most: 2)
        let y = sketch.height + 16
        let next = sketch.lines(words, at: Spot(0, y), "t strong")
        sketch.text(size, at: Spot(sketch.width, y), "t soft", .end)
        let top = next - 9
        drawParts(bar, top: top, on: &sketch, language)
        sketch.height = top + 26
        if let interval = bar.parts.first?.shownInterval {
            let at = top + 33
            sketch.whisker(
                from: Spot(interval.low * sketch.width, at),
                to: Spot(min(interval.high, 1) * sketch.width, at), "whisker s1")
            sketch.height = at + 4
        }
        sketch.height += 8
    }

    private func drawParts(
        _ bar: Bar, top: Double, on sketch: inout Sketch, _ language: Language
    ) {
        let shown = bar.parts.compactMap(\.value.shownValue)
        let hidden = Double(bar.parts.count - shown.count)
        // Rounded shares may add up to 101 %; the bar is then scaled to fit.
        let sum = shown.reduce(0, +)
        let scale = sketch.width / max(sum, 1)
        let left = hidden > 0 ? max(sketch.width - sum * scale, 0) / hidden : 0
        var x = 0.0
        for (index, part) in bar.parts.enumerated() {
            let wide = part.value.shownValue.map { $0 * scale } ?? left
            let box = Box(x, top, max(wide - 1.5, 0), 24)
            draw(part.value, category: index, in: box, on: &sketch, language)
            x += wide
        }
    }

    private func draw(
        _ share: Quantity, category index: Int, in box: Box, on sketch: inout Sketch,
        _ language: Language
    ) {
        guard box.width > 0 else { return }
        sketch.rect(box, share.isShown ? style(index) : "absent")
        let text = share.written(in: language)
        guard TextMeasure.width(text) + 6 <= box.width else { return }
        let tone = share.isShown ? "on" + style(index).dropFirst("fill ".count) : "soft"
        sketch.text(
            text, at: Spot(box.x + box.width / 2, box.y + 16.5), "t \(tone)", .middle)
    }
}
