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
    public var file: String {
        let sketch = sketch(.wide)
        let box = viewBox(sketch)
        let ground = "<rect class=\"ground\" x=\"-10\" y=\"-6\" width=\"100%\" height=\"100%\"/>"
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" lang="\(language.rawValue)" \
            aria-labelledby="title desc" viewBox="-10 -6 \(box.width) \(box.height)" \
            width="\(box.width)" height="\(box.height)">
            <title id="title">\(Markup.text(chart.title))</title>
            <desc id="desc">\(Markup.text(chart.description))</desc>
            <style>\(ChartStyle.file)</style>
            \(ground)
            \(sketch.elements.joined(separator: "\n"))
            </svg>

            """
    }

    /// The chart as an element of a page, whose style gives the colours.
    func element(_ width: Width) -> String {
        let sketch = sketch(width)
        let box = viewBox(sketch)
        let id = "\(chart.name)-\(width)"
        return """
            <svg class="chart \(width)" role="img" aria-labelledby="\(id)-title \(id)-desc" \
            viewBox="-10 -6 \(box.width) \(box.height)">
            <title id="\(id)-title">\(Markup.text(chart.title))</title>
            <desc id="\(id)-desc">\(Markup.text(chart.description))</desc>
            \(sketch.elements.joined(separator: "\n"))
            </svg>
            """
    }

    private func sketch(_ width: Width) -> Sketch {
        var sketch = Sketch(width: width.rawValue)
        chart.drawing.draw(on: &sketch, in: language)
        return sketch
    }

    /// The size of the view box, with a margin of 10 at the sides and 6 above and below.
    private func viewBox(_ sketch: Sketch) -> (width: String, height: String) {
        (Sketch.fixed(sketch.width + 20), Sketch.fixed(sketch.height.rounded(.up) + 12))
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
