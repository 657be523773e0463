import Basics

/// A chart as data; it cannot be made without a title and a sentence that says what it shows,
/// and it always yields its own data table.
public struct Chart: Sendable, Hashable {
    /// A kebab-case name, unique in the run: the file under `charts/` and the place links lead to.
    public let name: String
    /// What the chart is about, in a few words.
    public let title: String
    /// One sentence with what a reader should see, for those who do not see the picture.
    public let description: String
    /// What is drawn.
    public let drawing: Drawing
    /// What a reader must know to read it rightly.
    public var note: Prose?

    /// Makes a chart.
    public init(
        _ name: String, title: String, description: String, note: Prose? = nil, _ drawing: Drawing
    ) {
        precondition(Chart.isKebabCase(name), "a chart's name is kebab-case, not '\(name)'")
        precondition(!title.isEmpty, "chart '\(name)' without a title")
        precondition(!description.isEmpty, "chart '\(name)' without a description")
        self.name = name
        self.title = title
        self.description = description
        self.note = note
        self.drawing = drawing
    }

    private static func isKebabCase(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
            }
    }

    /// The figures of the chart as a table, complete: what is drawn stands in it.
    public func table(in language: Language) -> Table {
        let words = ChartWords(language)
        let (columns, rows) = drawing.table(words)
        return Table("\(words.figuresOf): \(title)", columns: columns, rows: rows)
    }
}

/// The kinds of chart there are; each is drawn by one file of the renderer.
public enum Drawing: Sendable, Hashable {
    /// Values over time, with intervals and cut-off bands.
    case trajectory(Trajectory)
    /// A change theory's outcomes by horizon, as a heat strip with counts.
    case ladder(Ladder)
    /// The axes of a wheel, first against latest.
    case wheel(Wheel)
    /// Baseline and follow-up of several scales.
    case dumbbell(Dumbbell)
    /// Shares that add up to a whole, with the interval of one of them.
    case stackedShares(StackedShares)
    /// A control chart of individual values (XmR).
    case controlChart(ControlChart)
    /// Units of different size about a common share.
    case funnel(Funnel)
    /// What moves a result, from the widest swing to the narrowest.
    case tornado(Tornado)
    /// Gains less costs, added up year by year.
    case cumulativeNet(CumulativeNet)
    /// One small course for each unit on a common scale.
    case smallMultiples(SmallMultiples)

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        switch self {
        case .trajectory(let chart): chart.table(words)
        case .ladder(let chart): chart.table(words)
        case .wheel(let chart): chart.table(words)
        case .dumbbell(let chart): chart.table(words)
        case .stackedShares(let chart): chart.table(words)
        case .controlChart(let chart): chart.table(words)
        case .funnel(let chart): chart.table(words)
        case .tornado(let chart): chart.table(words)
        case .cumulativeNet(let chart): chart.table(words)
        case .smallMultiples(let chart): chart.table(words)
        }
    }
}

/// A scale of values along an axis.
public struct Axis: Sendable, Hashable {
    /// What the values are, with their unit.
    public var label: String
    /// The ends that must be seen, in the unit of `Quantity.shownValue`; wider data widens it.
    public var range: ClosedRange<Double>?

    /// Makes an axis.
    public init(_ label: String, range: ClosedRange<Double>? = nil) {
        self.label = label
        self.range = range
    }
}

/// A figure with its interval, where it has one.
public struct Estimate: Sendable, Hashable {
    /// The figure itself.
    public var value: Quantity
    /// How sure it is.
    public var interval: Interval?

    /// Makes an estimate.
    public init(_ value: Quantity, _ interval: Interval? = nil) {
        self.value = value
        self.interval = interval
    }

    /// A figure that disclosure control hides.
    public static let hidden = Estimate(.hidden)

    /// The interval as it may be shown: never beside a figure that is not.
    public var shownInterval: (low: Double, high: Double)? {
        guard value.isShown, let low = interval?.low.shownValue,
            let high = interval?.high.shownValue
        else { return nil }
        return (low, high)
    }

    /// The figure and its interval in one cell, such as `12,4 (10,1–14,7)`.
    var prose: Prose {
        guard let interval, value.isShown, interval.quantity.isShown else {
            return .quantity(value)
        }
        return "\(value) (\(interval.quantity))"
    }
}
