import Basics

/// A picture being drawn: shapes written as SVG, with a width given and a height that grows.
///
/// Colours are classes only, so that a page's style or a file's own gives them, also in the dark.
struct Sketch: ~Copyable {
    /// The width of the picture in its own units, of which text is 13 high.
    let width: Double
    /// How far down the picture is used.
    var height = 0.0
    /// The shapes, one a line.
    private var shapes = TextBuffer(capacity: 1 << 14)

    init(width: Double) {
        self.width = width
    }

    /// Whether labels go above what they name rather than beside it.
    var isNarrow: Bool { width < 500 }

    mutating func line(_ from: Spot, _ to: Spot, _ style: String) {
        begin("line", style)
        shapes.add(" x1", from.x)
        shapes.add(" y1", from.y)
        shapes.add(" x2", to.x)
        shapes.add(" y2", to.y)
        shapes.add("/>")
    }

    mutating func rect(_ box: Box, _ style: String, radius: Double = 0) {
        begin("rect", style)
        shapes.add(" x", box.x)
        shapes.add(" y", box.y)
        shapes.add(" width", max(box.width, 0))
        shapes.add(" height", max(box.height, 0))
        if radius > 0 { shapes.add(" rx", radius) }
        shapes.add("/>")
    }

    mutating func path(_ points: [Spot], _ style: String, isClosed: Bool = false) {
        guard points.count > 1 else { return }
        begin("path", style)
        shapes.add(" d=\"")
        for (index, point) in points.enumerated() {
            shapes.add(index == 0 ? "M" : "L")
            shapes.add(coordinate: point.x)
            shapes.add(" ")
            shapes.add(coordinate: point.y)
        }
        shapes.add(isClosed ? "Z\"/>" : "\"/>")
    }

    mutating func circle(_ centre: Spot, radius: Double, _ style: String) {
        begin("circle", style)
        shapes.add(" cx", centre.x)
        shapes.add(" cy", centre.y)
        shapes.add(" r", radius)
        shapes.add("/>")
    }

    /// Writes one line of text with its baseline at a point.
    mutating func text(_ text: String, at point: Spot, _ style: String, _ side: TextSide = .start) {
        guard !text.isEmpty else { return }
        begin("text", style, side.style)
        shapes.add(" x", point.x)
        shapes.add(" y", point.y)
        shapes.add(">")
        shapes.add(markup: text)
        shapes.add("</text>")
    }

    private mutating func begin(_ shape: String, _ style: String, _ further: String = "") {
        shapes.add(shapes.count > 0 ? "\n<" : "<")
        shapes.add(shape)
        shapes.add(" class=\"")
        shapes.add(style)
        shapes.add(further)
        shapes.add("\"")
    }

    /// Adds all shapes, one a line.
    func addShapes(to text: inout TextBuffer) {
        shapes.withBytes { text.add($0.assumingMemoryBound(to: UInt8.self)) }
    }

    /// Adds the attribute that says what is seen: margins of 10 at the sides, 6 above and below.
    func addViewBox(to text: inout TextBuffer) {
        text.add("viewBox=\"-10 -6 ")
        text.add(coordinate: size.width)
        text.add(" ")
        text.add(coordinate: size.height)
        text.add("\"")
    }

    /// Adds the attributes of the size with its margins.
    func addSize(to text: inout TextBuffer) {
        text.add("width", size.width)
        text.add(" height", size.height)
    }

    private var size: (width: Double, height: Double) {
        (width + 20, height.rounded(.up) + 12)
    }
}

extension TextBuffer {
    /// Adds an attribute that is a coordinate.
    fileprivate mutating func add(_ attribute: String, _ value: Double) {
        add(attribute)
        add("=\"")
        add(coordinate: value)
        add("\"")
    }

    /// Adds a coordinate with one decimal at most, the same on every machine.
    mutating func add(coordinate value: Double) {
        precondition(value.isFinite, "a coordinate must be finite, this one is \(value)")
        let tenths = Int((value * 10).rounded(.toNearestOrAwayFromZero))
        if tenths < 0 { add("-") }
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        add(number: whole)
        if rest > 0 {
            add(".")
            add(number: rest)
        }
    }
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
