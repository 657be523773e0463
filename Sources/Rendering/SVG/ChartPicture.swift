import Basics
import ReportModel

/// A chart drawn as SVG: as a file of its own, or inside a page.
///
/// It is drawn from figures as they are shown, rounded, so that no coordinate tells more than
/// the table beside it.
public struct ChartPicture: Sendable {
    private let chart: Chart
    private let language: Language

    /// Makes the picture of a chart in a language.
    public init(_ chart: Chart, in language: Language) {
        self.chart = chart
        self.language = language
    }

    /// The widths at which a chart is drawn: for a sheet or a screen, and for a telephone.
    enum Width: Double, CaseIterable {
        case wide = 680
        case narrow = 330
    }

    /// The chart as the text of an SVG file that carries its own colours, also for the dark.
    public var file: String { written.text }

    /// The bytes of that file.
    public var written: TextBuffer {
        let sketch = sketch(.wide)
        var text = TextBuffer(capacity: 1 << 15)
        text.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        text.add("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart\" role=\"img\"")
        text.add(" lang=\"\(language.rawValue)\" aria-labelledby=\"title desc\" ")
        sketch.addViewBox(to: &text)
        text.add(" ")
        sketch.addSize(to: &text)
        text.add(">\n")
        addTitles("", to: &text)
        text.add("<style>")
        text.add(ChartStyle.file)
        text.add("</style>\n<rect class=\"ground\" x=\"-10\" y=\"-6\"")
        text.add(" width=\"100%\" height=\"100%\"/>\n")
        sketch.addShapes(to: &text)
        text.add("\n</svg>\n")
        return text
    }

    /// Adds the chart as an element of a page, whose style gives the colours.
    func addElement(_ width: Width, to text: inout TextBuffer) {
        let sketch = sketch(width)
        let id = "\(chart.name)-\(width)-"
        text.add("<svg class=\"chart \(width)\" role=\"img\"")
        text.add(" aria-labelledby=\"\(id)title \(id)desc\" ")
        sketch.addViewBox(to: &text)
        text.add(">\n")
        addTitles(id, to: &text)
        sketch.addShapes(to: &text)
        text.add("\n</svg>")
    }

    /// Adds title and description under names that begin with `id`.
    private func addTitles(_ id: String, to text: inout TextBuffer) {
        text.add("<title id=\"\(id)title\">")
        text.add(markup: chart.title)
        text.add("</title>\n<desc id=\"\(id)desc\">")
        text.add(markup: chart.description)
        text.add("</desc>\n")
    }

    private func sketch(_ width: Width) -> Sketch {
        var sketch = Sketch(width: width.rawValue)
        chart.drawing.draw(on: &sketch, in: language)
        return sketch
    }
}

extension Drawing {
    func draw(on sketch: inout Sketch, in language: Language) {
        switch self {
        case .trajectory(let chart): chart.draw(on: &sketch, in: language)
        case .ladder(let chart): chart.draw(on: &sketch, in: language)
        case .wheel(let chart): chart.draw(on: &sketch, in: language)
        case .dumbbell(let chart): chart.draw(on: &sketch, in: language)
        case .stackedShares(let chart): chart.draw(on: &sketch, in: language)
        case .controlChart(let chart): chart.draw(on: &sketch, in: language)
        case .funnel(let chart): chart.draw(on: &sketch, in: language)
        case .tornado(let chart): chart.draw(on: &sketch, in: language)
        case .cumulativeNet(let chart): chart.draw(on: &sketch, in: language)
        case .smallMultiples(let chart): chart.draw(on: &sketch, in: language)
        }
    }
}
