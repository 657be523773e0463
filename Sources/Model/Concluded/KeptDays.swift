import Basics

/// Which day each kept figure of a table is of: a figure that has been kept through several
/// periods is still of the day that it was first shown for.
public struct KeptDays: Sendable {
    /// The days that there are, the newest first; at most `most`.
    public var days: [CalendarDate]
    /// For each column of figures one place in `days` a row, 0 where nothing is kept; an empty
    /// column keeps nothing.
    public var places: [[UInt16]]

    /// How many days can be told apart.
    public static let most = Int(UInt16.max) + 1

    /// Makes days of kept figures; without any, nothing is kept.
    public init(days: [CalendarDate] = [], places: [[UInt16]] = []) {
        self.days = days
        self.places = places
    }

    /// The day that a figure is of, where the table keeps it.
    func day(_ row: Int, _ column: Int) -> CalendarDate { days[Int(places[column][row])] }
}
