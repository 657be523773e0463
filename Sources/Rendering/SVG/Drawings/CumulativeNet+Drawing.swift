import Basics
import ReportModel

extension CumulativeNet {
    /// Draws a bar for each year from nought to the net so far, its figure beside it.
    func draw(on sketch: inout Sketch, in language: Language) {
        sketch.legend(
            [
                LegendEntry(sign: .swatch("fill worse"), text: words(below: true, language)),
                LegendEntry(sign: .swatch("fill better"), text: words(below: false, language)),
            ] + absenceLegend(years.map(\.net.value), in: language))
        let caption = TextMeasure.wrapped(axis.label, width: sketch.width, most: 2)
        sketch.height = sketch.lines(caption, at: Spot(0, sketch.height + 12), "t soft") - 6
        let labels = years.map {
            TextMeasure.shortened(InertText.of($0.label), width: 90, size: TextMeasure.strong)
        }
        let left = (labels.map { TextMeasure.width($0, size: TextMeasure.strong) }.max() ?? 0) + 10
        let scale = LinearScale(
            values + [0], range: axis.range, from: left + 4, to: sketch.width - 4)
        for (year, label) in zip(years, labels) {
            draw(year, label, scale, on: &sketch, language)
        }
        if let breakEven {
            let lines = TextMeasure.wrapped(
                breakEven, width: sketch.width, size: TextMeasure.strong)
            sketch.height = sketch.lines(lines, at: Spot(0, sketch.height + 18), "t strong") - 8
        }
    }

    private var values: [Double] {
        years.compactMap(\.net.value.shownValue)
            + years.compactMap(\.net.shownInterval).flatMap { [$0.low, $0.high] }
    }

    private func words(below: Bool, _ language: Language) -> String {
        switch (below, language) {
        case (true, .danish): "udgifterne er størst"
        case (true, .english): "costs are larger"
        case (false, .danish): "besparelserne er størst"
        case (false, .english): "savings are larger"
        }
    }

    private func draw(
        _ year: Year, _ label: String, _ scale: LinearScale, on sketch: inout Sketch,
        _ language: Language
    ) {
        let top = sketch.height + 4
        let nought = scale.position(0)
        sketch.text(label, at: Spot(0, top + 13), "t strong")
        let text = year.net.value.written(in: language)
        let wide = TextMeasure.width(text)
        let room = scale.end - scale.start
        let x = min(max(nought + 4, scale.start), scale.start + max(room - wide, 0))
        sketch.text(text, at: Spot(x, top + 13), "t halo")
        if let end = year.net.value.shownValue.map(scale.position) {
            let style = end < nought ? "fill worse" : "fill better"
            sketch.rect(Box(min(nought, end), top + 19, abs(end - nought), 14), style)
        } else {
            sketch.cross(at: Spot(nought + 8, top + 26))
        }
        if let interval = year.net.shownInterval {
            sketch.whisker(
                from: Spot(scale.position(interval.low), top + 26),
                to: Spot(scale.position(interval.high), top + 26), "whisker ink")
        }
        sketch.line(Spot(nought, top), Spot(nought, top + 38), "axis")
        sketch.height = top + 38
    }
}
