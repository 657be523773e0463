import Basics
import ReportModel

extension ControlChart {
    /// Draws the limits of each phase, the line, the marks, and the signals above them all.
    func draw(on sketch: inout Sketch, in language: Language) {
        sketch.legend(legend(in: language))
        let margin = marginTexts(in: language)
        let wide = (margin.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 12
        let frame = PlotFrame(
            on: &sketch, axis: valueAxis, values: shownValues,
            like: points.lazy.map(\.value).first(where: \.isShown), in: language,
            rightMargin: wide)
        let x = frame.columns(points.count)
        for index in phases.indices { drawPhase(index, x: x, in: frame, on: &sketch) }
        frame.label(points.map(\.label), at: x, on: &sketch)
        drawMargin(margin, in: frame, on: &sketch)
        drawPoints(x: x, in: frame, on: &sketch)
    }

    private var shownValues: [Double] {
        let limits = phases.flatMap { [$0.mean, $0.lower, $0.upper] }
        return (points.map(\.value) + limits).compactMap(\.shownValue)
    }

    private func legend(in language: Language) -> [LegendEntry] {
        let words = ChartWords(language)
        var entries =
            [LegendEntry(sign: .series(.first), text: words.value)] + limitLegend(words)
        var seen: [Signal] = []
        for signal in points.compactMap(\.signal) where !seen.contains(signal) {
            seen.append(signal)
            entries.append(
                LegendEntry(sign: .signal(signal.meaning), text: words.reading(of: signal)))
        }
        return entries + absenceLegend(points.map(\.value), in: language)
    }

    /// The mean and the limits, each only where it is drawn.
    private func limitLegend(_ words: ChartWords) -> [LegendEntry] {
        let mean = LegendEntry(sign: .dash("line mean"), text: words.mean)
        let limits = LegendEntry(
            sign: .dash("line limit"),
            text: "\(words.lowerLimit)/\(words.upperLimit.lowercased())")
        return (phases.contains { $0.mean.isShown } ? [mean] : [])
            + (phases.contains { $0.lower.isShown || $0.upper.isShown } ? [limits] : [])
    }

    private func drawPhase(
        _ index: Int, x: [Double], in frame: PlotFrame, on sketch: inout Sketch
    ) {
        let phase = phases[index]
        let next = index + 1 < phases.count ? phases[index + 1].start : points.count
        let from = index == 0 ? frame.area.x : (x[phase.start - 1] + x[phase.start]) / 2
        let to =
            next == points.count
            ? frame.area.x + frame.area.width : (x[next - 1] + x[next]) / 2
        let lines = [
            (phase.mean, "line mean"), (phase.lower, "line limit"), (phase.upper, "line limit"),
        ]
        for (quantity, style) in lines {
            guard let value = quantity.shownValue else { continue }
            let y = frame.values.position(value)
            sketch.line(Spot(from, y), Spot(to, y), style)
        }
    }

    /// Upper limit, mean and lower limit of the last phase, as they stand in the margin.
    private func marginTexts(in language: Language) -> [String] {
        guard let last = phases.last else { return [] }
        return [last.upper, last.mean, last.lower].filter(\.isShown)
            .map { $0.written(in: language) }
    }

    private func drawMargin(_ texts: [String], in frame: PlotFrame, on sketch: inout Sketch) {
        guard let last = phases.last else { return }
        let values = [last.upper, last.mean, last.lower].compactMap(\.shownValue)
        var lowest = -Double.infinity
        for (text, value) in zip(texts, values) {
            let y = max(frame.values.position(value) + 4, lowest + 14)
            lowest = y
            sketch.text(text, at: Spot(frame.area.x + frame.area.width + 6, y), "t small")
        }
    }

    private func drawPoints(x: [Double], in frame: PlotFrame, on sketch: inout Sketch) {
        let places = zip(points, x).map { point, x in
            point.value.shownValue.map { Spot(x, frame.values.position($0)) }
        }
        for run in places.split(separator: nil) {
            sketch.path(run.compactMap(\.self), SeriesLook.first.line)
        }
        for (index, place) in places.enumerated() {
            guard let place else {
                sketch.cross(at: Spot(x[index], frame.area.y + frame.area.height - 8))
                continue
            }
            if let signal = points[index].signal {
                sketch.signal(signal.meaning, at: place)
            } else {
                sketch.mark(.first, at: place, radius: 3.5)
            }
        }
    }
}

extension ChartWords {
    /// A signal's rule with what it means for the families.
    func reading(of signal: ControlChart.Signal) -> String {
        switch signal.meaning {
        case .better: "\(signal.rule) (\(better))"
        case .worse: "\(signal.rule) (\(worse))"
        case .neutral: signal.rule
        }
    }
}
