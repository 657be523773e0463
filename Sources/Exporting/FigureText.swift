import Model

/// Writes one figure as it stands in a tidy table: `hidden`, nothing, or a number with a point.
public func figureText(_ figure: ShownFigure) -> String {
    switch figure {
    case .empty: return ""
    case .hidden: return "hidden"
    case .value(let number), .earlier(let number):
        var bytes: [UInt8] = []
        NumberText.append(number, point: UInt8(ascii: "."), to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
