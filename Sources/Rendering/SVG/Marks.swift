import Basics
import ReportModel

/// The looks of a series: line, shape and colour tell the same, so that any one suffices.
enum SeriesLook: Int, CaseIterable {
    case first
    case second
    case third
    case fourth
    case fifth
    case sixth

    init(series index: Int) {
        self = SeriesLook.allCases[index % SeriesLook.allCases.count]
    }

    /// The classes of its line.
    var line: String { "line s\(rawValue + 1)" }

    /// The classes of its marks.
    var mark: String { "mark s\(rawValue + 1)" }
}

extension Sketch {
    /// Draws the mark of a series: a disc, an open square, a triangle, an open rhombus, an open
    /// disc, a square. A seventh series looks like the first again.
    mutating func mark(_ look: SeriesLook, at point: Spot, radius r: Double = 4.5) {
        let (x, y) = (point.x, point.y)
        switch look {
        case .first: circle(point, radius: r, look.mark)
        case .second: rect(Box(x - r, y - r, 2 * r, 2 * r), look.mark + " open")
        case .third:
            path(
                [Spot(x, y - r), Spot(x + r, y + r), Spot(x - r, y + r)], look.mark,
                isClosed: true)
        case .fifth: circle(point, radius: r, look.mark + " open")
        case .sixth: rect(Box(x - r, y - r, 2 * r, 2 * r), look.mark)
        case .fourth:
            path(
                [Spot(x, y - r), Spot(x + r, y), Spot(x, y + r), Spot(x - r, y)],
                look.mark + " open", isClosed: true)
        }
    }

    /// Draws the cross that stands where a figure is not shown.
    mutating func cross(at point: Spot, radius r: Double = 4) {
        let (x, y) = (point.x, point.y)
        line(Spot(x - r, y - r), Spot(x + r, y + r), "cross")
        line(Spot(x - r, y + r), Spot(x + r, y - r), "cross")
    }

    /// Draws an interval as a bar with two ends.
    mutating func whisker(from: Spot, to: Spot, _ style: String) {
        let isUpright = from.x == to.x
        let end = 3.5
        line(from, to, style)
        for point in [from, to] {
            let a = isUpright ? Spot(point.x - end, point.y) : Spot(point.x, point.y - end)
            let b = isUpright ? Spot(point.x + end, point.y) : Spot(point.x, point.y + end)
            line(a, b, style)
        }
    }
}

/// An entry of a legend: a sign and what it stands for.
struct LegendEntry {
    /// What is drawn before the words.
    enum Sign {
        case series(SeriesLook)
        case swatch(String)
        case dash(String)
        case cross
        case signal(Meaning)
    }

    var sign: Sign
    var text: String
}

extension Sketch {
    /// Draws a legend that wraps at the picture's width, and moves the height below it.
    mutating func legend(_ entries: [LegendEntry]) {
        guard !entries.isEmpty else { return }
        let signWidth = 30.0
        var at = Spot(0, height + 12)
        for entry in entries {
            let lines = TextMeasure.wrapped(entry.text, width: width - signWidth - 4)
            let wide = (lines.map { TextMeasure.width($0) }.max() ?? 0) + signWidth + 14
            if at.x > 0, at.x + wide > width + 14 {
                at = Spot(0, at.y + TextMeasure.lineHeight + 2)
            }
            draw(entry.sign, at: Spot(at.x + 11, at.y - 4))
            let next = self.lines(lines, at: Spot(at.x + signWidth, at.y), "t")
            if lines.count > 1 {
                at = Spot(0, next + 2)
            } else {
                at.x += wide
            }
        }
        height = at.x > 0 ? at.y + 14 : at.y - 4
    }

    private mutating func draw(_ sign: LegendEntry.Sign, at point: Spot) {
        let left = Spot(point.x - 11, point.y)
        let right = Spot(point.x + 11, point.y)
        switch sign {
        case .series(let look):
            line(left, right, look.line)
            mark(look, at: point)
        case .swatch(let style): rect(Box(left.x, point.y - 6, 22, 12), style, radius: 2)
        case .dash(let style): line(left, right, style)
        case .cross: cross(at: point)
        case .signal(let meaning): signal(meaning, at: point)
        }
    }

    /// Draws a point that stands out: a rhombus when better, a triangle when worse, a ring else.
    mutating func signal(_ meaning: Meaning, at point: Spot) {
        let (x, y, r) = (point.x, point.y, 7.0)
        switch meaning {
        case .better:
            path(
                [Spot(x, y - r), Spot(x + r, y), Spot(x, y + r), Spot(x - r, y)],
                "mark better", isClosed: true)
        case .worse:
            path(
                [Spot(x - r, y - 5), Spot(x + r, y - 5), Spot(x, y + 7)], "mark worse",
                isClosed: true)
        case .neutral: circle(point, radius: 6, "mark open s3")
        }
    }
}

/// The reasons why figures of a chart are not shown, each once, as legend entries.
func absenceLegend(_ quantities: [Quantity], in language: Language) -> [LegendEntry] {
    var reasons: [String] = []
    for reason in quantities.compactMap({ $0.absence?.explained(in: language) })
    where !reasons.contains(reason) {
        reasons.append(reason)
    }
    return reasons.map { LegendEntry(sign: .cross, text: $0) }
}
