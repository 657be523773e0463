import Basics

/// Some thousand rows of one instrument's file, typed and laid out in columns.
///
/// A worker fills one batch again and again and lends it to the scorer; nothing in it outlives
/// the call. Answers are whole numbers of the instrument's answer unit: tenths for the FIT
/// lines, ones elsewhere.
public final class AssessmentBatch {
    /// What stands for a missing answer.
    public static let missing = Int16.min
    /// What stands for a missing date, session or interval.
    public static let none = Int32.min
    /// What stands for a missing code in a byte column.
    public static let noCode = UInt8.max

    /// How many rows fit.
    public let capacity: Int
    /// How many answers a row has.
    public let itemCount: Int
    // Set for every row and so behind a pointer, access to which need not be checked.
    /// How many rows are filled.
    @inlinable public var count: Int {
        get { filled.pointee }
        set { filled.pointee = newValue }
    }
    /// Where the last row starts in its file, in bytes from 0.
    @inlinable public var offset: Int {
        get { filled[1] }
        set { filled[1] = newValue }
    }
    @usableFromInline let filled: UnsafeMutablePointer<Int>
    /// For each item, whether the file has a column for it.
    public var presentItems: [Bool]
    /// For each edition of the instrument, the form that rows without a birth date are of, if the
    /// layout says so; empty where it says it of none.
    public var assumedForms: [Int?] = []

    /// Index of the case among the cases received.
    public let cases: UnsafeMutablePointer<Int32>
    /// Index of the person among the persons of the file.
    public let persons: UnsafeMutablePointer<Int32>
    /// Day of the assessment, days since 1970-01-01, or `none` where a filter's file has no dates.
    public let dates: UnsafeMutablePointer<Int32>
    /// Birth date, days since 1970-01-01, or `none`.
    public let birthDates: UnsafeMutablePointer<Int32>
    /// Session number of a FIT row, else `none`.
    public let sessions: UnsafeMutablePointer<Int32>
    /// The physical line on which the record starts, from 1.
    public let lines: UnsafeMutablePointer<Int32>
    /// Completed weeks of gestation at birth, or `none`.
    public let gestationWeeks: UnsafeMutablePointer<Int32>
    /// The interval of the form in months as the file gives it, or `none`.
    public let intervals: UnsafeMutablePointer<Int32>
    /// Index among the instrument's informants, or `noCode`.
    public let informants: UnsafeMutablePointer<UInt8>
    /// Index among the instrument's editions as the file gives it, or `noCode`.
    public let editions: UnsafeMutablePointer<UInt8>
    /// A hash of everything the row says, typed; equal content has equal hashes.
    public let contentHashes: UnsafeMutablePointer<UInt64>
    /// Answers, row by row: `itemCount` numbers each. Eight may be read from any on.
    public let answers: UnsafeMutablePointer<Int16>
    /// How many more numbers may be read from the last answer on.
    private static let padding = 7

    /// Makes an empty batch for rows of `itemCount` answers.
    public init(itemCount: Int, capacity: Int = 1024) {
        self.capacity = capacity
        self.itemCount = itemCount
        filled = .allocate(capacity: 2)
        filled.initialize(repeating: 0, count: 2)
        presentItems = Array(repeating: true, count: itemCount)
        cases = .allocate(capacity: capacity)
        persons = .allocate(capacity: capacity)
        dates = .allocate(capacity: capacity)
        birthDates = .allocate(capacity: capacity)
        sessions = .allocate(capacity: capacity)
        lines = .allocate(capacity: capacity)
        gestationWeeks = .allocate(capacity: capacity)
        intervals = .allocate(capacity: capacity)
        informants = .allocate(capacity: capacity)
        editions = .allocate(capacity: capacity)
        contentHashes = .allocate(capacity: capacity)
        answers = .allocate(capacity: capacity * itemCount + AssessmentBatch.padding)
    }

    deinit {
        filled.deallocate()
        cases.deallocate()
        persons.deallocate()
        dates.deallocate()
        birthDates.deallocate()
        sessions.deallocate()
        lines.deallocate()
        gestationWeeks.deallocate()
        intervals.deallocate()
        informants.deallocate()
        editions.deallocate()
        contentHashes.deallocate()
        answers.deallocate()
    }
}

extension AssessmentBatch {
    /// Adds a row of another batch of the same file.
    public func append(_ row: Int, of other: AssessmentBatch) {
        precondition(count < capacity && itemCount == other.itemCount, "a batch is full")
        let new = count
        cases[new] = other.cases[row]
        persons[new] = other.persons[row]
        dates[new] = other.dates[row]
        birthDates[new] = other.birthDates[row]
        sessions[new] = other.sessions[row]
        lines[new] = other.lines[row]
        gestationWeeks[new] = other.gestationWeeks[row]
        intervals[new] = other.intervals[row]
        informants[new] = other.informants[row]
        editions[new] = other.editions[row]
        contentHashes[new] = other.contentHashes[row]
        (answers + new * itemCount).update(from: other.answers + row * itemCount, count: itemCount)
        count = new + 1
    }
}
