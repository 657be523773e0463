import Basics

/// A price index by year, as the user supplies it: the net price index (*nettoprisindeks*).
public struct PriceIndex: Sendable, Hashable {
    /// In ascending order of year, one entry a year.
    public var entries: [Entry]

    /// The index of one year.
    public struct Entry: Sendable, Hashable {
        /// The calendar year.
        public var year: Int
        /// Above zero; any base year will do, since only quotients are used.
        public var index: Ratio
        /// Where the figure was read.
        public var source: String
        /// The day on which the source was read or published.
        public var date: CalendarDate

        /// Makes an entry.
        public init(year: Int, index: Ratio, source: String, date: CalendarDate) {
            self.year = year
            self.index = index
            self.source = source
            self.date = date
        }
    }

    /// Makes an index.
    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// The index of a year, or nothing where the file has none.
    public subscript(year: Int) -> Ratio? {
        entries.first { $0.year == year }?.index
    }
}
