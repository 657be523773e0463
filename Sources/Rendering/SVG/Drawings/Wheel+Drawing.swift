import Basics
import Foundation
import ReportModel

extension Wheel {
    /// Draws the wheel with numbered axes, and the list that says what each number is.
    func draw(on sketch: inout Sketch, in language: Language) {
        sketch.legend(legend(in: language))
        let top = sketch.height
        let radius = sketch.isNarrow ? 118.0 : 140.0
        let centre = Spot(radius + 24, top + radius + 26)
        let middle = sketch.isNarrow ? Spot(sketch.width / 2, centre.y) : centre
        drawNet(centre: middle, radius: radius, on: &sketch, language)
        drawRing(\.first, .second, centre: middle, radius: radius, on: &sketch)
        drawRing(\.latest, .first, centre: middle, radius: radius, on: &sketch)
        let bottom = middle.y + radius + 26
        let left = sketch.isNarrow ? 0 : middle.x + radius + 44
        sketch.height = sketch.isNarrow ? bottom + 14 : top + 30
        list(from: left, on: &sketch, language)
        sketch.height = max(sketch.height, bottom)
    }

    private func legend(in language: Language) -> [LegendEntry] {
        [
            LegendEntry(sign: .series(.second), text: firstLabel),
            LegendEntry(sign: .series(.first), text: latestLabel),
        ] + absenceLegend(spokes.flatMap { [$0.first, $0.latest] }, in: language)
    }

    /// A point of an axis; the first axis points up and the others follow clockwise.
    private func point(_ index: Int, _ centre: Spot, _ distance: Double) -> Spot {
        let angle = 2 * Double.pi * Double(index) / Double(spokes.count)
        return Spot(centre.x + distance * sin(angle), centre.y - distance * cos(angle))
    }

    private func drawNet(
        centre: Spot, radius: Double, on sketch: inout Sketch, _ language: Language
    ) {
        for part in [0.25, 0.5, 0.75, 1] {
            let ring = spokes.indices.map { point($0, centre, radius * part) }
            sketch.path(ring, "grid", isClosed: true)
        }
        for index in spokes.indices {
            sketch.line(centre, point(index, centre, radius), "grid")
            let at = point(index, centre, radius + 14)
            sketch.text("\(index + 1)", at: Spot(at.x, at.y + 4.5), "t strong", .middle)
        }
        let format = Formatting(language)
        let rim = format.number(range.upperBound, decimals: 0)
        sketch.text(rim, at: Spot(centre.x + 4, centre.y - radius + 12), "t small soft halo")
    }

    private func drawRing(
        _ value: KeyPath<Spoke, Quantity>, _ look: SeriesLook, centre: Spot, radius: Double,
        on sketch: inout Sketch
    ) {
        let span = range.upperBound - range.lowerBound
        let points = spokes.indices.map { index in
            spokes[index][keyPath: value].shownValue.map {
                let part = min(max(($0 - range.lowerBound) / span, 0), 1)
                return point(index, centre, part * radius)
            }
        }
        let shown = points.compactMap(\.self)
        if shown.count == points.count, look == .first {
            sketch.path(shown, "disc s1", isClosed: true)
        }
        for (index, start) in points.enumerated() {
            guard let start, let end = points[(index + 1) % points.count] else { continue }
            sketch.path([start, end], look.line)
        }
        for (index, place) in points.enumerated() {
            if let place {
                sketch.mark(look, at: place, radius: 4)
            } else {
                let side = look == .first ? 8.0 : -8.0
                let at = point(index, centre, radius - 8)
                sketch.cross(at: Spot(at.x + side, at.y))
            }
        }
    }

    private func list(from left: Double, on sketch: inout Sketch, _ language: Language) {
        let room = sketch.width - left
        let figures = spokes.map {
            "\($0.first.written(in: language)) → \($0.latest.written(in: language))"
        }
        let wide = min((figures.map { TextMeasure.width($0) }.max() ?? 0) + 10, room * 0.5)
        for (index, spoke) in spokes.enumerated() {
            let words = TextMeasure.wrapped(spoke.label, width: room - 24 - wide, most: 3)
            let values = TextMeasure.wrapped(figures[index], width: wide, most: 3)
            let y = sketch.height
            sketch.text("\(index + 1)", at: Spot(left, y), "t strong")
            sketch.lines(words, at: Spot(left + 24, y), "t")
            sketch.lines(values, at: Spot(sketch.width, y), "t", .end)
            let most = Double(max(words.count, values.count, 1))
            sketch.height += most * TextMeasure.lineHeight + 4
        }
    }
}
