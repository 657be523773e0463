import Basics
import Model
import Tables

/// The columns of a file whose cells hold codes, and what stands for each code.
///
/// A code of an item becomes the answer that its text means, and a code of another column its
/// text; identifiers stay as they are. Surveys often give texts to the ends of a scale only: a
/// code of an item that has no text lies as far from its answer as those that have one, where they
/// agree on it; else it counts as unanswered.
struct CodedColumns {
    private struct Column {
        /// What stands for each code.
        var texts: [String: [UInt8]] = [:]
        /// How much higher codes without a text are than answers, where that is known.
        var shift: Int?
        var isItem = false
    }

    private var columns: [Column?]
    private(set) var findings: [Finding] = []
    /// Whether any column is coded.
    var isEmpty: Bool { columns.allSatisfy { $0 == nil } }

    init(_ map: HeaderMap, _ texts: AnswerTexts, labels: AnswerLabels) {
        columns = map.names.map { _ in nil }
        let items = map.itemsByColumn
        // An identifier stays what it is: its text may be a name.
        let identifiers = [IntakeColumn.Role.case, .person, .goal].map(map.columns)
            .reduce(into: Set()) { $0.formUnion($1) }
        for (index, name) in map.names.enumerated() where !identifiers.contains(index) {
            let entries = texts.entries(of: name)
            if entries.isEmpty { continue }
            if let item = items[index] {
                columns[index] = answers(entries, item: item, labels, texts.name, name)
            } else {
                columns[index] = Column(
                    texts: entries.reduce(into: [:]) { $0[$1.code] = Array($1.text.utf8) })
            }
        }
    }

    private mutating func answers(
        _ entries: [AnswerTexts.Entry], item: Int, _ labels: AnswerLabels, _ file: String,
        _ name: String
    ) -> Column {
        var column = Column(isItem: true)
        var shifts: [Int] = []
        var isOnlyMissing = true
        for entry in entries {
            column.texts[entry.code] = Array(entry.text.utf8)
            if labels.isMissing(entry.text) { continue }
            isOnlyMissing = false
            guard let answer = labels.answer(entry.text, item: item) ?? Int(entry.text) else {
                if Cell.isNumber(entry.text) { continue }
                findings.append(CodedColumns.unknown(entry, of: name, file))
                continue
            }
            column.texts[entry.code] = Array(String(answer).utf8)
            if let code = Int(entry.code) { shifts.append(code - answer) }
        }
        column.shift = isOnlyMissing ? 0 : CodedColumns.shift(shifts)
        return column
    }

    /// The shift that codes agree on; one code alone tells none but nought.
    private static func shift(_ shifts: [Int]) -> Int? {
        guard let first = shifts.first, shifts.allSatisfy({ $0 == first }) else { return nil }
        return shifts.count > 1 || first == 0 ? first : nil
    }

    private static func unknown(
        _ entry: AnswerTexts.Entry, of name: String, _ file: String
    ) -> Finding {
        let text = CivilRegistrationNumber.masked(entry.text)
        return Finding(
            .labelTextUnknown, .warning, at: Place(file, line: entry.line),
            "code \(entry.code) of column '\(name)' stands for '\(text)', which is no answer that "
                + "the intake knows; it counts as unanswered")
    }

    /// What stands for a cell, or nothing where the cell stays.
    func text(of cell: Cell, column: Int) -> [UInt8]? {
        guard column < columns.count, let coded = columns[column] else { return nil }
        let code = cell.trimmed.text
        if code.isEmpty { return nil }
        if let text = coded.texts[code] { return text }
        guard coded.isItem else { return nil }
        if let shift = coded.shift, let number = Int(code) {
            return Array(String(number - shift).utf8)
        }
        // No number and no label, so that the answer is told as unusable.
        return Array("code \(code)".utf8)
    }
}

extension Cell {
    /// Whether a text is a number, with either decimal mark.
    static func isNumber(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { $0.number(unit: 1_000_000, mark: .either) != nil }
    }
}
