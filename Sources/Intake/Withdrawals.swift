import Basics
import Model
import Tables

/// Cases and persons whose consent is withdrawn: they are dropped at the door and counted.
public struct Withdrawals: Sendable {
    /// Identifiers of cases that are dropped whole.
    public private(set) var cases: Set<String> = []
    /// Identifiers of persons that are dropped, by case.
    public private(set) var persons: [String: Set<String>] = [:]

    /// One row of the list: a case, or a person of it.
    public struct Entry: Sendable, Hashable, Comparable {
        public var owner: String
        /// Empty where the whole case is meant.
        public var person: String

        /// Makes a row.
        public init(case owner: String, person: String = "") {
            self.owner = owner
            self.person = person
        }

        public static func < (a: Entry, b: Entry) -> Bool {
            (a.owner, a.person) < (b.owner, b.person)
        }
    }

    /// Makes an empty list.
    public init() {}

    /// Whether nobody has withdrawn consent.
    public var isEmpty: Bool { cases.isEmpty && persons.isEmpty }

    /// All rows, each once, without persons of a case that is dropped whole.
    public var entries: Set<Entry> {
        let inOtherCases = persons.filter { !cases.contains($0.key) }
        return inOtherCases.reduce(into: Set(cases.map { Entry(case: $0) })) { entries, each in
            for person in each.value { entries.insert(Entry(case: each.key, person: person)) }
        }
    }

    /// Reads a list with the columns `case_id` and `person_id`; a row without a person drops the
    /// case.
    ///
    /// Throws a refusal when the list cannot be read whole: somebody withdrawn must never be
    /// reported because of a slip in the list.
    public static func read(_ source: ByteSource, name: String) throws(Refusal) -> Withdrawals {
        let reader = WithdrawalReader()
        do throws(ReadFailure) {
            var dialect = Dialect()
            let survey = try EncodingSurvey.of(source)
            dialect.encoding = survey.encoding
            var records = try RecordReader(source, dialect: dialect)
            try records.read(into: reader)
        } catch {
            throw refusal(
                name, line: nil, "the list of withdrawals cannot be read: \(error.sentence)")
        }
        // With nothing in it a list says nothing of who has withdrawn; an export that failed may.
        guard reader.hasHeader else {
            throw refusal(
                name, line: nil,
                "the list of withdrawals has no header; an empty list is one with a header and no rows"
            )
        }
        if let line = reader.faultLine {
            throw refusal(name, line: line, "the list of withdrawals has a row that cannot be read")
        }
        return reader.withdrawals
    }

    private static func refusal(_ name: String, line: Int?, _ summary: String) -> Refusal {
        let place = Place(name, line: line)
        return Refusal(
            .inputUnreadable, [Finding(.withdrawalsUnreadable, .error, at: place, summary)])
    }

    fileprivate mutating func add(case owner: String, person: String) {
        if person.isEmpty {
            cases.insert(owner)
        } else {
            persons[owner, default: []].insert(person)
        }
    }
}

private final class WithdrawalReader: RecordHandler {
    private(set) var withdrawals = Withdrawals()
    private(set) var faultLine: Int?
    private(set) var hasHeader = false

    func receive(_ record: borrowing Record) -> ReadingStep {
        let cells = record.texts.map { Cell.trimmed($0) }
        if !hasHeader {
            if cells.allSatisfy(\.isEmpty) { return .goOn }
            hasHeader = true
            let keys = cells.map(ColumnName.key)
            if keys != ["caseid"], keys != ["caseid", "personid"] { faultLine = record.line }
        } else if cells.count > 2 || cells[0].isEmpty {
            if cells.contains(where: { !$0.isEmpty }) { faultLine = faultLine ?? record.line }
        } else {
            withdrawals.add(case: cells[0], person: cells.count > 1 ? cells[1] : "")
        }
        return .goOn
    }

    func receive(malformed: borrowing MalformedRecord) { faultLine = faultLine ?? malformed.line }
}
