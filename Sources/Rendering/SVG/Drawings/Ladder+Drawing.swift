import Basics
import ReportModel

extension Ladder {
    /// Draws a row of shaded steps for each rung, its words above or beside it.
    func draw(on sketch: inout Sketch, in language: Language) {
        let labelWidth = sketch.isNarrow ? 0 : sketch.width * 0.5
        let columns = Double(max(horizons.count, 1))
        let step = (sketch.width - labelWidth) / columns
        drawHeaders(from: labelWidth, step: step, on: &sketch)
        for rung in rungs {
            draw(rung, labelWidth: labelWidth, step: step, on: &sketch, language)
        }
        drawKey(on: &sketch, language)
    }

    private func drawHeaders(from left: Double, step: Double, on sketch: inout Sketch) {
        let headers = horizons.map {
            TextMeasure.wrapped($0, width: step - 8, size: TextMeasure.strong, most: 3)
        }
        for (index, lines) in headers.enumerated() {
            let at = Spot(left + (Double(index) + 0.5) * step, sketch.height + 12)
            sketch.lines(lines, at: at, "t strong", .middle)
        }
        let most = Double(headers.map(\.count).max() ?? 0)
        sketch.height += most * TextMeasure.lineHeight + 4
    }

    private func draw(
        _ rung: Rung, labelWidth: Double, step: Double, on sketch: inout Sketch,
        _ language: Language
    ) {
        let isBeside = labelWidth > 0
        let room = isBeside ? labelWidth - 14 : sketch.width
        let words = TextMeasure.wrapped(rung.outcome, width: room, size: TextMeasure.strong)
        let whom = TextMeasure.wrapped(rung.whom, width: room, size: 12, most: 1)
        let boxes = rung.steps.map { $0.map { texts($0, width: step - 14, language) } }
        let boxHeight = Double(boxes.compactMap { $0?.count }.max() ?? 1) * 16 + 10
        let labelHeight = Double(words.count + whom.count) * TextMeasure.lineHeight
        let top = sketch.height + (isBeside ? 0 : labelHeight + 2)
        let next = sketch.lines(words, at: Spot(0, sketch.height + 14), "t strong")
        sketch.lines(whom, at: Spot(0, next), "t small soft")
        for (index, lines) in boxes.enumerated() {
            let box = Box(labelWidth + Double(index) * step + 2, top + 2, step - 4, boxHeight)
            draw(rung.steps[index], lines ?? [], in: box, on: &sketch)
        }
        sketch.height = max(top + boxHeight, isBeside ? sketch.height + labelHeight : 0) + 12
    }

    private func texts(_ step: Step, width: Double, _ language: Language) -> [String] {
        let remark = step.remark.map { TextMeasure.wrapped($0, width: width, size: 12, most: 2) }
        guard step.share.isShown else {
            let reason = step.share.written(in: language)
            return TextMeasure.wrapped(reason, width: width, size: 12, most: 3) + (remark ?? [])
        }
        let counts = TextMeasure.wrapped(
            step.reached.written(in: language), width: width, size: 12, most: 2)
        return [step.share.written(in: language)] + counts + (remark ?? [])
    }

    private func draw(
        _ step: Step?, _ lines: [String], in box: Box, on sketch: inout Sketch
    ) {
        guard let step else {
            let y = box.y + box.height / 2
            sketch.line(
                Spot(box.x + box.width / 2 - 6, y), Spot(box.x + box.width / 2 + 6, y), "grid")
            return
        }
        let heat = step.share.shownValue.map(Ladder.heat)
        sketch.rect(box, heat.map { "heat\($0)" } ?? "absent", radius: 3)
        var y = box.y + (box.height - Double(lines.count) * 16) / 2 + 12
        for (index, line) in lines.enumerated() {
            let weight = index == 0 && heat != nil ? "strong" : "small"
            let tone = heat.map { "onheat\($0)" } ?? "soft"
            sketch.text(line, at: Spot(box.x + box.width / 2, y), "t \(weight) \(tone)", .middle)
            y += 16
        }
    }

    /// The shade of a share: a fifth of the way to 100 % each.
    static func heat(_ share: Double) -> Int { min(max(Int(share * 5), 0), 4) }

    private func drawKey(on sketch: inout Sketch, _ language: Language) {
        let format = Formatting(language)
        let entries = (0..<5).map { shade in
            let low = format.number(Double(shade) * 20, decimals: 0)
            let high = Double(shade + 1) * 0.2
            return LegendEntry(
                sign: .swatch("heat\(shade)"), text: "\(low)–\(format.percent(high, decimals: 0))")
        }
        sketch.legend(entries)
    }
}
