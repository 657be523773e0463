import Basics
import Model

/// Writes one figure as it stands in a tidy table: `hidden`, nothing, or a number with a point.
public func figureText(_ figure: ShownFigure) -> String {
    switch figure {
    case .empty: return ""
    case .hidden: return "hidden"
    case .value(let number), .earlier(let number, _):
        var text = TextBuffer(capacity: 64)
        NumberText.add(number, to: &text)
        return text.text
    }
}
