import Model

/// What short cells of an item say: by its byte a cell of one, and then an empty one.
struct AnswerTable {
    /// What stands for a cell that is to be read otherwise.
    static let unread = Int16.min + 1
    /// Where the answer of an empty cell stands.
    static let empty = 256

    fileprivate let answers: UnsafeMutablePointer<Int16>

    /// The answer at a byte or at `empty`.
    @inline(__always)
    subscript(_ place: Int) -> Int16 { answers[place] }
}

/// The tables of an instrument's items, of which many are alike.
struct AnswerTables {
    /// What makes tables alike.
    private struct Key: Hashable {
        /// A bit for every answer that a single digit may give.
        var digits: UInt16
        var whenEmpty: Int16
    }

    private let instrument: Instrument
    private let labels: AnswerLabels
    private var tables: [Key: AnswerTable] = [:]

    init(_ instrument: Instrument, _ labels: AnswerLabels) {
        self.instrument = instrument
        self.labels = labels
    }

    func deallocate() {
        for table in tables.values { table.answers.deallocate() }
    }

    /// The table of an item.
    mutating func of(_ item: Int) -> AnswerTable {
        let key = key(of: item)
        if let known = tables[key] { return known }
        let table = made(key)
        tables[key] = table
        return table
    }

    private func key(of index: Int) -> Key {
        let item = instrument.items[index]
        var key = Key(digits: 0, whenEmpty: item.whenEmpty ?? AssessmentBatch.missing)
        for digit in 0...9
        where item.takes(digit * instrument.answerUnit)
            && !labels.isMissing(String(digit), item: index)
        {
            key.digits |= 1 << UInt16(digit)
        }
        return key
    }

    private func made(_ key: Key) -> AnswerTable {
        let answers = UnsafeMutablePointer<Int16>.allocate(capacity: AnswerTable.empty + 1)
        answers.initialize(repeating: AnswerTable.unread, count: AnswerTable.empty)
        answers.advanced(by: AnswerTable.empty).initialize(to: key.whenEmpty)
        for digit in 0...9 where key.digits >> UInt16(digit) & 1 == 1 {
            answers[Int(UInt8(ascii: "0")) + digit] = Int16(digit * instrument.answerUnit)
        }
        return AnswerTable(answers: answers)
    }
}
