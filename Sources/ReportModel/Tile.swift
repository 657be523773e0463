/// A figure of the dashboard with what it means in plain words.
public struct Tile: Sendable, Hashable {
    /// What is counted, in a few words.
    public var title: String
    /// The figure, large.
    public var figure: Quantity
    /// One sentence a reader can say aloud: "12 of 31 families …, between 24 and 56 %".
    public var reading: Prose
    /// Where it is heading.
    public var trend: Trend?
    /// Why the figure must be read with care, where it is weak.
    public var caution: Prose?
    /// Where a reader finds more.
    public var link: LinkTarget?

    /// Makes a tile.
    public init(
        _ title: String, figure: Quantity, reading: Prose, trend: Trend? = nil,
        caution: Prose? = nil, link: LinkTarget? = nil
    ) {
        precondition(!reading.isEmpty, "tile '\(title)' without a reading in plain words")
        self.title = title
        self.figure = figure
        self.reading = reading
        self.trend = trend
        self.caution = caution
        self.link = link
    }
}

/// What something means for the families: colour, shape and word follow from it.
public enum Meaning: Sendable, Hashable, CaseIterable {
    case better
    case worse
    case neutral
}

/// Where a figure is heading since a named point of comparison.
public struct Trend: Sendable, Hashable {
    /// Which way the figure moves.
    public enum Direction: Sendable, Hashable, CaseIterable {
        case up
        case down
        case level
    }

    /// Which way the figure moves.
    public var direction: Direction
    /// What that means for the families.
    public var meaning: Meaning
    /// The movement in words: "4 percentage points above September".
    public var text: Prose

    /// Makes a trend.
    public init(_ direction: Direction, _ meaning: Meaning, _ text: Prose) {
        self.direction = direction
        self.meaning = meaning
        self.text = text
    }
}
