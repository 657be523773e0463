import Basics

/// How much of the exports is broken on purpose.
public enum Noise: String, Sendable, Hashable, CaseIterable {
    /// Nothing: answers are left out, as people do, but every row can be used.
    case none
    /// Each kind of fault once in each file, and again for every 2,000 rows.
    case low
    /// Each kind of fault at least twice in each file, and again for every 200 rows.
    case high

    /// How often each kind of fault occurs in a file of so many rows.
    func count(rows: Int) -> Int {
        switch self {
        case .none: 0
        case .low: 1 + rows / 2000
        case .high: 2 + rows / 200
        }
    }

    /// The kinds of fault at this level, of those a file can have.
    func kinds(of export: any Export) -> [BreakKind] {
        export.breakable.kinds.filter { self == .high || $0 != .cutOff }
    }
}

/// A kind of fault.
enum BreakKind: CaseIterable, Sendable {
    /// A day that the calendar does not have.
    case unreadableDate
    /// An identifier that `cases.csv` does not hold.
    case unknownCase
    /// A number beyond every answer.
    case outOfRange
    /// Words where a number belongs.
    case textAnswer
    /// A quotation mark inside an unquoted field.
    case strayQuote
    /// A row that ends half way.
    case cutOff
    /// The same row twice.
    case exactDuplicate
    /// The same row again with another answer.
    case conflictingDuplicate
    /// A number in the form of a civil registration number in free text.
    case civilNumber

    /// The kinds that a file with answers can have.
    static let ofAnswers = allCases.filter { $0 != .civilNumber }
}

/// What noise may touch in a file.
struct Breakable: Sendable {
    /// The column with the assessment's date.
    var dateColumn: Int
    /// The columns with answers; none of them, and none before them, is ever quoted.
    var answers: Range<Int>
    /// Two answers that are both possible.
    var alternatives: [String]
    var kinds = BreakKind.ofAnswers
    /// The last column, where it is free text.
    var proseColumn: Int?
}
