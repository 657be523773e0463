import Model

/// Tables that are protected together, and the slices that their counts fall into.
protocol Sheet: Sendable {
    /// The tables, with all their figures.
    var tables: [FigureTable] { get set }
    /// How many slices there are; each stands for itself.
    var sliceCount: Int { get }
    /// The counts of one slice.
    func slice(_ index: Int) -> Slice
    /// How many slices there are beside, of one column each, for others to be linked to.
    var linkCount: Int { get }
    /// The counts of one of these.
    func link(_ index: Int) -> Slice
    /// What a slice is linked to: nearly the same persons, counted once more.
    func links(of slice: Int) -> [SliceLink]
    /// Whether what is linked is part of a number of cases, which another table shows.
    var linksAreOfCases: Bool { get }
    /// How many decimals the means in each row of a table are published with; empty for tables
    /// without means.
    func decimals(table: Int) -> [UInt8]
    /// Whether teams have rows.
    var hasTeams: Bool { get }
    /// Slices whose counts add up to a total of each group that other tables tell.
    var slicesThatAddUp: [Range<Int>] { get }
    /// Decides what no single slice can tell.
    func finish(_ states: inout SheetStates)
    /// Hides what cannot be worked out again from rounded counts.
    func finishRounded(_ states: inout SheetStates)
}

/// A column of a slice that is hidden wherever the one column of another slice is.
struct SliceLink: Sendable {
    var column: Int
    /// The other slice, among those to be linked to.
    var link: Int
}

extension Sheet {
    var hasTeams: Bool { true }

    var linkCount: Int { 0 }

    func link(_ index: Int) -> Slice { preconditionFailure("nothing to be linked to") }

    func links(of slice: Int) -> [SliceLink] { [] }

    var linksAreOfCases: Bool { false }

    var slicesThatAddUp: [Range<Int>] { [] }

    func finish(_ states: inout SheetStates) {}

    func finishRounded(_ states: inout SheetStates) {}
}
