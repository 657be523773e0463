import Basics
import ReportModel

extension Trajectory {
    /// Draws bands, then intervals, lines and marks, then the figures that find room.
    func draw(on sketch: inout Sketch, in language: Language) {
        let all = series.flatMap(\.values)
        sketch.legend(legend(in: language))
        let frame = PlotFrame(
            on: &sketch, axis: valueAxis, values: shownValues(all),
            like: all.lazy.map(\.value).first(where: \.isShown), in: language)
        let x = horizontal(in: frame)
        drawBands(in: frame, on: &sketch)
        frame.label(positions.map(\.label), at: x, on: &sketch)
        let spots = series.indices.map { self.spots(of: $0, x: x, in: frame) }
        for index in series.indices {
            drawIntervals(of: index, x: x, in: frame, on: &sketch)
            let line = bridgesGaps ? spots[index].filter { $0 != nil } : spots[index]
            drawLine(line, look: SeriesLook(series: index), on: &sketch)
            if !bridgesGaps { drawAbsences(of: index, x: x, in: frame, on: &sketch) }
        }
        drawLabels(spots, in: frame, on: &sketch, language)
    }

    /// Writes figures where neither a mark nor an interval nor another figure stands.
    private func drawLabels(
        _ spots: [[Spot?]], in frame: PlotFrame, on sketch: inout Sketch, _ language: Language
    ) {
        var labels = LabelPlacer()
        for (line, places) in zip(series, spots) {
            for (estimate, place) in zip(line.values, places) {
                guard let place else { continue }
                labels.take(Box(place.x - 5, place.y - 5, 10, 10))
                guard let interval = estimate.shownInterval else { continue }
                let top = frame.values.position(interval.high)
                let bottom = frame.values.position(interval.low)
                labels.take(Box(place.x - 4, top, 8, bottom - top))
            }
        }
        for index in series.indices {
            for at in labelled(spots[index]) {
                guard let point = spots[index][at] else { continue }
                let text = series[index].values[at].value.written(in: language)
                labels.place(text, at: point, within: frame.area, on: &sketch)
            }
        }
    }

    private func shownValues(_ estimates: [Estimate]) -> [Double] {
        estimates.compactMap(\.value.shownValue)
            + estimates.compactMap(\.shownInterval).flatMap { [$0.low, $0.high] }
            + (valueAxis.range == nil ? bandEdges : [])
    }

    /// Where one band ends and another begins; an axis with a range of its own need not show them.
    private var bandEdges: [Double] {
        bands.flatMap { [$0.range.lowerBound, $0.range.upperBound] }.filter(\.isFinite)
    }

    private func legend(in language: Language) -> [LegendEntry] {
        series.indices.map {
            LegendEntry(sign: .series(SeriesLook(series: $0)), text: series[$0].label)
        }
            + bands.map { LegendEntry(sign: .swatch(style($0)), text: $0.label) }
            + (bridgesGaps
                ? [] : absenceLegend(series.flatMap { $0.values.map(\.value) }, in: language))
    }

    private func style(_ band: Band) -> String {
        switch band.meaning {
        case .better: "band better"
        case .worse: "band worse"
        case .neutral: "band neutral"
        }
    }

    private func horizontal(in frame: PlotFrame) -> [Double] {
        guard let first = positions.first?.at, let last = positions.last?.at, last > first
        else { return frame.columns(positions.count) }
        let inset = 18.0
        let room = frame.area.width - 2 * inset
        return positions.map { frame.area.x + inset + ($0.at - first) / (last - first) * room }
    }

    private func drawBands(in frame: PlotFrame, on sketch: inout Sketch) {
        for band in bands {
            let low = max(band.range.lowerBound, frame.values.low)
            let high = min(band.range.upperBound, frame.values.high)
            guard low < high else { continue }
            let top = frame.values.position(high)
            let box = Box(
                frame.area.x, top, frame.area.width, frame.values.position(low) - top)
            sketch.rect(box, style(band))
            for edge in [low, high] where edge > frame.values.low && edge < frame.values.high {
                let y = frame.values.position(edge)
                sketch.line(
                    Spot(frame.area.x, y), Spot(frame.area.x + frame.area.width, y), "edge")
            }
        }
    }

    /// A little to the side for each series, so that intervals do not cover one another.
    private func shift(of index: Int) -> Double {
        (Double(index) - Double(series.count - 1) / 2) * 6
    }

    private func spots(of index: Int, x: [Double], in frame: PlotFrame) -> [Spot?] {
        zip(series[index].values, x).map { estimate, x in
            estimate.value.shownValue.map {
                Spot(x + shift(of: index), frame.values.position($0))
            }
        }
    }

    private func drawLine(_ points: [Spot?], look: SeriesLook, on sketch: inout Sketch) {
        for run in points.split(separator: nil) { sketch.path(run.compactMap(\.self), look.line) }
        for point in points.compactMap(\.self) { sketch.mark(look, at: point) }
    }

    private func drawIntervals(
        of index: Int, x: [Double], in frame: PlotFrame, on sketch: inout Sketch
    ) {
        for (estimate, x) in zip(series[index].values, x) {
            guard let interval = estimate.shownInterval else { continue }
            let at = x + shift(of: index)
            sketch.whisker(
                from: Spot(at, frame.values.position(interval.low)),
                to: Spot(at, frame.values.position(interval.high)),
                "whisker s\(SeriesLook(series: index).rawValue + 1)")
        }
    }

    private func drawAbsences(
        of index: Int, x: [Double], in frame: PlotFrame, on sketch: inout Sketch
    ) {
        for (estimate, x) in zip(series[index].values, x) where !estimate.value.isShown {
            let y = frame.area.y + frame.area.height - 8
            sketch.cross(at: Spot(x + shift(of: index) * 1.7, y))
        }
    }

    /// The first and the last point shown; all of them where there are few.
    private func labelled(_ points: [Spot?]) -> [Int] {
        let shown = points.indices.filter { points[$0] != nil }
        if points.count <= 5 { return shown }
        return [shown.first, shown.last].compactMap(\.self)
    }
}
