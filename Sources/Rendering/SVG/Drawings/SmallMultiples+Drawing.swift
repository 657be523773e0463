import Basics
import ReportModel

extension SmallMultiples {
    /// Draws one small plot for each unit, as many in a row as the width allows.
    func draw(on sketch: inout Sketch, in language: Language) {
        sketch.legend(legend(in: language))
        let caption = TextMeasure.wrapped(axisText(language), width: sketch.width, most: 3)
        sketch.height = sketch.lines(caption, at: Spot(0, sketch.height + 12), "t soft") - 4
        let columns = sketch.isNarrow ? 2 : 4
        let wide = (sketch.width - 16 * Double(columns - 1)) / Double(columns)
        let labels = panels.map {
            TextMeasure.wrapped($0.label, width: wide, size: TextMeasure.strong)
        }
        for start in stride(from: 0, to: panels.count, by: columns) {
            let row = start..<min(start + columns, panels.count)
            let most = Double(row.map { labels[$0].count }.max() ?? 1)
            let top = sketch.height + most * TextMeasure.lineHeight + 6
            for index in row {
                let x = Double(index - start) * (wide + 16)
                sketch.lines(labels[index], at: Spot(x, sketch.height + 14), "t strong")
                draw(panels[index], in: Box(x, top, wide, 70), on: &sketch, language)
            }
            sketch.height = top + 70 + 26
        }
    }

    private func legend(in language: Language) -> [LegendEntry] {
        let line = reference.map {
            LegendEntry(
                sign: .dash("line mean"), text: "\(referenceLabel): \($0.written(in: language))")
        }
        return [line].compactMap(\.self) + absenceLegend(panels.flatMap(\.values), in: language)
    }

    private var all: [Double] {
        (panels.flatMap(\.values) + [reference].compactMap(\.self)).compactMap(\.shownValue)
    }

    /// The axis in words: what is shown, from when to when, between which values.
    private func axisText(_ language: Language) -> String {
        let scale = LinearScale(all, range: valueAxis.range, from: 0, to: 1)
        let sample = panels.flatMap(\.values).first(where: \.isShown) ?? reference
        let low = scale.label(scale.low, like: sample, in: language)
        let high = scale.label(scale.high, like: sample, in: language)
        let to = language == .danish ? "til" : "to"
        let periods = [periods.first, periods.last].compactMap(\.self).joined(separator: " – ")
        return "\(valueAxis.label): \(low) \(to) \(high). \(periods)"
    }

    private func draw(
        _ panel: Panel, in box: Box, on sketch: inout Sketch, _ language: Language
    ) {
        let scale = LinearScale(
            all, range: valueAxis.range, from: box.y + box.height - 4, to: box.y + 4)
        sketch.rect(box, "panel")
        if let value = reference?.shownValue {
            let y = scale.position(value)
            sketch.line(Spot(box.x, y), Spot(box.x + box.width, y), "line mean")
        }
        let room = box.width - 14
        let x = panel.values.indices.map {
            box.x + 7 + room * Double($0) / Double(max(panel.values.count - 1, 1))
        }
        let points = zip(panel.values, x).map { value, x in
            value.shownValue.map { Spot(x, scale.position($0)) }
        }
        for run in points.split(separator: nil) {
            sketch.path(run.compactMap(\.self), SeriesLook.first.line)
        }
        for (index, point) in points.enumerated() {
            if let point {
                sketch.mark(.first, at: point, radius: 2.5)
            } else {
                sketch.cross(at: Spot(x[index], box.y + box.height - 7), radius: 3)
            }
        }
        let last = panel.values.last.map { $0.written(in: language) } ?? ""
        let text = TextMeasure.shortened(last, width: box.width, size: 12)
        sketch.text(text, at: Spot(box.x + box.width, box.y + box.height + 15), "t small", .end)
    }
}
