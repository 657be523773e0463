import Basics
import ReportModel

extension Funnel {
    /// Draws limits and units; only units outside carry a number, explained below.
    func draw(on sketch: inout Sketch, in language: Language) {
        sketch.legend(legend(in: language))
        let frame = PlotFrame(
            on: &sketch, axis: shareAxis, values: shownShares,
            like: units.lazy.map(\.share).first(where: \.isShown) ?? common, in: language)
        let sizes = LinearScale(
            units.compactMap(\.size.shownValue) + limits.map(\.size), range: sizeAxis.range,
            from: frame.area.x, to: frame.area.x + frame.area.width)
        drawLimits(sizes, in: frame, on: &sketch)
        let ticks = sizes.ticks
        frame.label(
            ticks.map { sizes.label($0, like: .count(0), in: language) },
            at: ticks.map(sizes.position), on: &sketch)
        sketch.height += 14
        sketch.text(
            TextMeasure.shortened(InertText.of(sizeAxis.label), width: sketch.width),
            at: Spot(sketch.width, sketch.height), "t soft", .end)
        drawUnits(sizes, in: frame, on: &sketch, language)
    }

    private var shownShares: [Double] {
        units.compactMap(\.share.shownValue) + [common.shownValue].compactMap(\.self)
            + limits.flatMap { [$0.outer.lowerBound, $0.outer.upperBound] }
    }

    private func legend(in language: Language) -> [LegendEntry] {
        let words = ChartWords(language)
        var entries = [
            LegendEntry(
                sign: .dash("line mean"), text: "\(words.mean) \(common.written(in: language))")
        ]
        if !limits.isEmpty {
            entries.append(LegendEntry(sign: .dash("line limit"), text: words.limits95))
            entries.append(LegendEntry(sign: .dash("line outer"), text: words.limits998))
        }
        if units.contains(where: { $0.outside != nil }) {
            for meaning in Meaning.allCases where units.contains(where: { $0.outside == meaning }) {
                let signal = ControlChart.Signal(words.outsideLimits, meaning)
                entries.append(
                    LegendEntry(sign: .signal(meaning), text: words.reading(of: signal)))
            }
        }
        return entries + absenceLegend(units.flatMap { [$0.size, $0.share] }, in: language)
    }

    private func drawLimits(_ sizes: LinearScale, in frame: PlotFrame, on sketch: inout Sketch) {
        if let value = common.shownValue {
            let y = frame.values.position(value)
            sketch.line(
                Spot(frame.area.x, y), Spot(frame.area.x + frame.area.width, y), "line mean")
        }
        let curves: [(KeyPath<Limit, Double>, String)] = [
            (\.inner.lowerBound, "line limit"), (\.inner.upperBound, "line limit"),
            (\.outer.lowerBound, "line outer"), (\.outer.upperBound, "line outer"),
        ]
        for (end, style) in curves {
            let points = limits.map {
                Spot(sizes.position($0.size), frame.values.position($0[keyPath: end]))
            }
            sketch.path(points, style)
        }
    }

    private func drawUnits(
        _ sizes: LinearScale, in frame: PlotFrame, on sketch: inout Sketch, _ language: Language
    ) {
        var named: [Unit] = []
        var labels = LabelPlacer()
        for unit in units {
            guard let size = unit.size.shownValue, let share = unit.share.shownValue
            else { continue }
            let place = Spot(sizes.position(size), frame.values.position(share))
            guard let meaning = unit.outside else {
                sketch.mark(.first, at: place, radius: 4)
                continue
            }
            named.append(unit)
            sketch.signal(meaning, at: place)
            labels.place("\(named.count)", at: place, within: frame.area, on: &sketch)
        }
        let hidden = units.count { !$0.size.isShown || !$0.share.isShown }
        for index in 0..<min(hidden, 12) {
            let at = Spot(
                frame.area.x + 10 + 12 * Double(index), frame.area.y + frame.area.height - 8)
            sketch.cross(at: at)
        }
        list(named, on: &sketch, language)
    }

    private func list(_ named: [Unit], on sketch: inout Sketch, _ language: Language) {
        sketch.height += named.isEmpty ? 6 : 22
        for (index, unit) in named.enumerated() {
            let text =
                "\(index + 1)  \(unit.label): \(unit.share.written(in: language))"
                + " (\(unit.size.written(in: language)))"
            let lines = TextMeasure.wrapped(text, width: sketch.width)
            sketch.height = sketch.lines(lines, at: Spot(0, sketch.height), "t")
        }
    }
}
