/// A picture being drawn: shapes written as SVG, with a width given and a height that grows.
///
/// Colours are classes only, so that a page's style or a file's own gives them, also in the dark.
struct Sketch {
    /// The width of the picture in its own units, of which text is 13 high.
    let width: Double
    /// How far down the picture is used.
    var height = 0.0
    private(set) var elements: [String] = []

    init(width: Double) {
        self.width = width
    }

    /// Whether labels go above what they name rather than beside it.
    var isNarrow: Bool { width < 500 }

    /// Writes a coordinate with one decimal at most, the same on every machine.
    static func fixed(_ value: Double) -> String {
        precondition(value.isFinite, "a coordinate must be finite, this one is \(value)")
        let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }

    mutating func line(_ from: Spot, _ to: Spot, _ style: String) {
        elements.append(
            "<line class=\"\(style)\" x1=\"\(f(from.x))\" y1=\"\(f(from.y))\""
                + " x2=\"\(f(to.x))\" y2=\"\(f(to.y))\"/>")
    }

    mutating func rect(_ box: Box, _ style: String, radius: Double = 0) {
        let corner = radius > 0 ? " rx=\"\(f(radius))\"" : ""
        elements.append(
            "<rect class=\"\(style)\" x=\"\(f(box.x))\" y=\"\(f(box.y))\""
                + " width=\"\(f(max(box.width, 0)))\" height=\"\(f(max(box.height, 0)))\"\(corner)/>"
        )
    }

    mutating func path(_ points: [Spot], _ style: String, isClosed: Bool = false) {
        guard let first = points.first, points.count > 1 else { return }
        let rest = points.dropFirst().map { "L\(f($0.x)) \(f($0.y))" }.joined()
        elements.append(
            "<path class=\"\(style)\" d=\"M\(f(first.x)) \(f(first.y))\(rest)\(isClosed ? "Z" : "")\"/>"
        )
    }

    mutating func circle(_ centre: Spot, radius: Double, _ style: String) {
        elements.append(
            "<circle class=\"\(style)\" cx=\"\(f(centre.x))\" cy=\"\(f(centre.y))\" r=\"\(f(radius))\"/>"
        )
    }

    /// Writes one line of text with its baseline at a point.
    mutating func text(_ text: String, at point: Spot, _ style: String, _ side: TextSide = .start) {
        guard !text.isEmpty else { return }
        elements.append(
            "<text class=\"\(style)\(side.style)\" x=\"\(f(point.x))\" y=\"\(f(point.y))\">"
                + Markup.text(text) + "</text>")
    }

    private func f(_ value: Double) -> String { Sketch.fixed(value) }
}

/// A place in a picture; y grows downwards.
struct Spot: Hashable {
    var x: Double
    var y: Double

    init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// An upright rectangle of a picture.
struct Box: Hashable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    init(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    func meets(_ other: Box) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height
            && other.y < y + height
    }
}

/// Which side of its point a text stands on.
enum TextSide {
    case start
    case middle
    case end

    var style: String {
        switch self {
        case .start: ""
        case .middle: " mid"
        case .end: " end"
        }
    }
}
