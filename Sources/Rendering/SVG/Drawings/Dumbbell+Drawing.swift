import Basics
import ReportModel

extension Dumbbell {
    /// Draws a track for each scale with both points on it and the figures above it.
    func draw(on sketch: inout Sketch, in language: Language) {
        sketch.legend(legend(in: language))
        sketch.height += 6
        for pair in pairs { draw(pair, on: &sketch, language) }
    }

    private func legend(in language: Language) -> [LegendEntry] {
        let words = ChartWords(language)
        let cutOff =
            pairs.contains { $0.cutOff?.isShown == true }
            ? [LegendEntry(sign: .dash("line limit"), text: words.cutOff)] : []
        return [
            LegendEntry(sign: .series(.second), text: baselineLabel),
            LegendEntry(sign: .series(.first), text: followUpLabel),
        ] + cutOff + absenceLegend(pairs.flatMap { [$0.baseline, $0.followUp] }, in: language)
    }

    private func draw(_ pair: Pair, on sketch: inout Sketch, _ language: Language) {
        let figures =
            "\(pair.baseline.written(in: language)) → \(pair.followUp.written(in: language))"
        let values = TextMeasure.wrapped(
            figures + meaning(pair, language), width: sketch.width * 0.48, most: 3)
        let wide = values.map { TextMeasure.width($0) }.max() ?? 0
        let words = TextMeasure.wrapped(
            pair.scale, width: sketch.width - wide - 16, size: TextMeasure.strong)
        let y = sketch.height + 14
        sketch.lines(words, at: Spot(0, y), "t strong")
        sketch.lines(values, at: Spot(sketch.width, y), "t", .end)
        let rows = Double(max(words.count, values.count, 1))
        let track = y + rows * TextMeasure.lineHeight
        drawTrack(pair, at: track, on: &sketch, language)
        sketch.height = track + 20
    }

    private func meaning(_ pair: Pair, _ language: Language) -> String {
        let words = ChartWords(language)
        guard pair.baseline.isShown, pair.followUp.isShown else { return "" }
        switch pair.meaning {
        case .better: return " (\(words.better))"
        case .worse: return " (\(words.worse))"
        case .neutral: return ""
        }
    }

    private func drawTrack(
        _ pair: Pair, at y: Double, on sketch: inout Sketch, _ language: Language
    ) {
        let format = Formatting(language)
        let ends = [pair.range.lowerBound, pair.range.upperBound]
            .map { format.number($0, decimals: 0) }
        let left = 34.0
        let right = sketch.width - 34
        sketch.text(ends[0], at: Spot(left - 10, y + 4), "t small soft", .end)
        sketch.text(ends[1], at: Spot(right + 10, y + 4), "t small soft")
        sketch.line(Spot(left, y), Spot(right, y), "track")
        func place(_ quantity: Quantity?) -> Spot? {
            guard let value = quantity?.shownValue else { return nil }
            let part =
                (value - pair.range.lowerBound) / (pair.range.upperBound - pair.range.lowerBound)
            return Spot(left + min(max(part, 0), 1) * (right - left), y)
        }
        if let cutOff = place(pair.cutOff) {
            sketch.line(Spot(cutOff.x, y - 10), Spot(cutOff.x, y + 10), "line limit")
        }
        let from = place(pair.baseline)
        let to = place(pair.followUp)
        if let from, let to { sketch.line(from, to, "bond \(style(pair.meaning))") }
        if let from { sketch.mark(.second, at: from, radius: 5) }
        if let to { sketch.mark(.first, at: to, radius: 5) }
        if from == nil { sketch.cross(at: Spot(left + 6, y)) }
        if to == nil { sketch.cross(at: Spot(left + 20, y)) }
    }

    private func style(_ meaning: Meaning) -> String {
        switch meaning {
        case .better: "better"
        case .worse: "worse"
        case .neutral: "neutral"
        }
    }
}
