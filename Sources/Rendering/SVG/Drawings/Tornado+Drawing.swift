import Basics
import ReportModel

extension Tornado {
    /// Draws a bar for each assumption from the result at its low to that at its high value.
    func draw(on sketch: inout Sketch, in language: Language) {
        let words = ChartWords(language)
        sketch.legend(
            [
                LegendEntry(sign: .swatch("fill worse"), text: words.atLow),
                LegendEntry(sign: .swatch("fill better"), text: words.atHigh),
                LegendEntry(
                    sign: .dash("line mean"),
                    text: "\(words.central): \(central.written(in: language))"),
            ] + absenceLegend(swings.flatMap { [$0.atLow, $0.atHigh] } + [central], in: language))
        let values = (swings.flatMap { [$0.atLow, $0.atHigh] } + [central]).compactMap(\.shownValue)
        let scale = LinearScale(values, range: axis.range, from: 6, to: sketch.width - 6)
        sketch.height += 4
        for swing in swings { draw(swing, scale, on: &sketch, language) }
        drawAxis(scale, on: &sketch, language)
    }

    private func draw(
        _ swing: Swing, _ scale: LinearScale, on sketch: inout Sketch, _ language: Language
    ) {
        let words = TextMeasure.wrapped(
            swing.assumption, width: sketch.width, size: TextMeasure.strong, most: 2)
        let low = "\(swing.lowInput): \(swing.atLow.written(in: language))"
        let high = "\(swing.highInput): \(swing.atHigh.written(in: language))"
        let next = sketch.lines(words, at: Spot(0, sketch.height + 16), "t strong")
        let lines = TextMeasure.wrapped("\(low)  ·  \(high)", width: sketch.width, size: 12)
        let top = sketch.lines(lines, at: Spot(0, next), "t small") - 8
        drawBar(swing, scale, top: top, on: &sketch)
        sketch.height = top + 20
    }

    private func drawBar(
        _ swing: Swing, _ scale: LinearScale, top: Double, on sketch: inout Sketch
    ) {
        guard let middle = central.shownValue.map(scale.position) else { return }
        for (quantity, style, offset) in [
            (swing.atLow, "fill worse", 6.0), (swing.atHigh, "fill better", 20),
        ] {
            guard let end = quantity.shownValue.map(scale.position) else {
                sketch.cross(at: Spot(offset, top + 8))
                continue
            }
            sketch.rect(Box(min(middle, end), top, abs(end - middle), 14), style)
        }
        sketch.line(Spot(middle, top - 4), Spot(middle, top + 18), "line mean")
    }

    private func drawAxis(
        _ scale: LinearScale, on sketch: inout Sketch, _ language: Language
    ) {
        let bottom = sketch.height + 4
        sketch.line(Spot(scale.start, bottom), Spot(scale.end, bottom), "axis")
        var taken: [Box] = []
        for tick in scale.ticks {
            let text = scale.label(
                tick, like: central.isShown ? central : swings.first?.atLow, in: language)
            let wide = TextMeasure.width(text, size: 12) + 10
            let x = min(max(scale.position(tick), wide / 2), sketch.width - wide / 2)
            let box = Box(x - wide / 2, bottom, wide, 16)
            guard !taken.contains(where: box.meets) else { continue }
            taken.append(box)
            sketch.text(text, at: Spot(x, bottom + 16), "t small soft", .middle)
        }
        let label = TextMeasure.wrapped(axis.label, width: sketch.width, most: 2)
        sketch.height = sketch.lines(label, at: Spot(0, bottom + 34), "t soft") - 6
    }
}
