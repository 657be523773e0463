import Basics
import ReportModel

/// The area in which values are drawn over positions, with its axes.
struct PlotFrame {
    let area: Box
    let values: LinearScale

    /// Draws the value axis with its grid below what is already there, and takes the room.
    init(
        on sketch: inout Sketch, axis: Axis, values: [Double], like sample: Quantity?,
        in language: Language, rightMargin: Double = 10
    ) {
        let top = sketch.height + 26
        let plotHeight = sketch.isNarrow ? 190.0 : 230.0
        let scale = LinearScale(
            values, range: axis.range, from: top + plotHeight, to: top)
        let labels = scale.ticks.map { scale.label($0, like: sample, in: language) }
        let left = (labels.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 10
        sketch.text(
            TextMeasure.shortened(InertText.of(axis.label), width: sketch.width),
            at: Spot(0, sketch.height + 12), "t soft")
        let room = max(sketch.width - left - rightMargin, 40)
        for (tick, label) in zip(scale.ticks, labels) {
            let y = scale.position(tick)
            sketch.line(Spot(left, y), Spot(left + room, y), "grid")
            sketch.text(label, at: Spot(left - 6, y + 4), "t small soft", .end)
        }
        area = Box(left, top, room, plotHeight)
        self.values = scale
        sketch.height = top + plotHeight
    }

    /// The positions of `count` columns that share the width evenly.
    func columns(_ count: Int) -> [Double] {
        let inset = min(area.width / Double(max(count, 1)) / 2, 28)
        let room = area.width - 2 * inset
        return (0..<count).map {
            count == 1
                ? area.x + area.width / 2 : area.x + inset + room * Double($0) / Double(count - 1)
        }
    }

    /// Writes the labels of the positions that fit, the first and the last before all others.
    func label(_ texts: [String], at positions: [Double], on sketch: inout Sketch) {
        let y = area.y + area.height + 17
        var taken: [Box] = []
        let order = [texts.indices.first, texts.indices.last].compactMap(\.self) + texts.indices
        for index in order {
            let lines = TextMeasure.wrapped(texts[index], width: 84, size: 12, most: 2)
            let wide = (lines.map { TextMeasure.width($0, size: 12) }.max() ?? 0) + 6
            let x = min(max(positions[index], wide / 2), sketch.width - wide / 2)
            let box = Box(x - wide / 2, y, wide, 34)
            guard !taken.contains(where: box.meets) else { continue }
            taken.append(box)
            sketch.lines(lines, at: Spot(x, y), "t small soft", .middle)
            sketch.line(
                Spot(positions[index], area.y + area.height),
                Spot(positions[index], area.y + area.height + 4), "axis")
        }
        sketch.line(
            Spot(area.x, area.y + area.height),
            Spot(area.x + area.width, area.y + area.height), "axis")
        let most = texts.map { TextMeasure.wrapped($0, width: 84, size: 12, most: 2).count }.max()
        sketch.height = y + Double(max(most ?? 1, 1) - 1) * TextMeasure.lineHeight + 8
    }
}

/// Figures written beside their points where there is room, never over one another.
struct LabelPlacer {
    private var taken: [Box] = []

    /// Takes room that no label may use.
    mutating func take(_ box: Box) { taken.append(box) }

    /// Writes a text above or below a point, near it where it can, or not at all.
    mutating func place(_ text: String, at point: Spot, within area: Box, on sketch: inout Sketch) {
        let wide = TextMeasure.width(text, size: 12) + 4
        let x = min(max(point.x, area.x + wide / 2), area.x + area.width - wide / 2)
        for baseline in [-10.0, 20, -24, 34, -38, 48].map({ point.y + $0 }) {
            let box = Box(x - wide / 2, baseline - 11, wide, 14)
            let isInside = box.y >= area.y - 12 && box.y + box.height <= area.y + area.height
            guard isInside, !taken.contains(where: box.meets) else { continue }
            taken.append(box)
            sketch.text(text, at: Spot(x, baseline), "t small strong halo", .middle)
            return
        }
    }
}
