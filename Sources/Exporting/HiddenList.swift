import Basics
import Model

/// Writes which counts are hidden and why, for the private folder, piece by piece:
/// `table;keys;figure;reason;count`, one line a count, the keys of a row joined by `|`.
///
/// A table of more than `mostListed` rows is summed up: one line a figure and reason, with `*`
/// for the keys.
public func writeHiddenList(
    _ disclosed: Disclosed, to write: (UnsafeRawBufferPointer) -> Void
) {
    var text = TextBuffer(capacity: 1 << 19)
    text.add("table;keys;figure;reason;count\n")
    for (table, reasons) in zip(disclosed.tables, disclosed.ledger.reasons) {
        let keys = SafeKeys(table)
        for (column, reasons) in zip(table.figures, reasons) {
            if table.rowCount > mostListed {
                addSummary(of: reasons, in: table.name, column.name, to: &text)
            } else {
                addLines(of: reasons, keys, in: table.name, column.name, to: &text)
            }
            if text.count > 1 << 18 {
                text.withBytes(write)
                text.removeAll()
            }
        }
    }
    text.withBytes(write)
}

private func addLines(
    of reasons: [HiddenLedger.Reason], _ keys: SafeKeys, in table: String, _ column: String,
    to text: inout TextBuffer
) {
    let name = Array("\(table);".utf8)
    let ends = HiddenLedger.Reason.allCases.map { Array(";\(column);\($0.name);1\n".utf8) }
    for (row, reason) in reasons.enumerated() where reason != .none {
        text.add(name)
        keys.add(row, to: &text)
        text.add(ends[Int(reason.rawValue)])
    }
}

/// The keys of a table's rows, made safe once: none can end its cell or its line.
private struct SafeKeys {
    private let columns: [KeyColumn]
    /// All words, one after another.
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    /// Where each column's words begin in `starts`.
    private var firsts: [Int] = []

    init(_ table: DisclosedTable) {
        columns = table.keys
        guard table.rowCount <= mostListed else { return }
        for column in columns {
            firsts.append(starts.count - 1)
            for word in column.words {
                bytes += safe(word)
                starts.append(bytes.count)
            }
        }
    }

    /// Adds the keys of a row, never as a formula.
    func add(_ row: Int, to text: inout TextBuffer) {
        let first = text.count
        for place in columns.indices {
            if place > 0 { text.add(UInt8(ascii: "|")) }
            let word = firsts[place] + Int(columns[place].indices[row])
            let range = starts[word]..<starts[word + 1]
            bytes.withUnsafeBufferPointer { text.add(UnsafeBufferPointer(rebasing: $0[range])) }
        }
        let isFormula = text.withBytes { FormulaText.startsFormula($0[first...]) }
        if isFormula { text.insert(FormulaText.apostrophe, beforeLast: text.count - first) }
    }
}

/// A word that cannot end its cell or its line.
private func safe(_ word: String) -> [UInt8] {
    word.utf8.map { ";\"\r\n".utf8.contains($0) ? UInt8(ascii: " ") : $0 }
}

private func addSummary(
    of reasons: [HiddenLedger.Reason], in table: String, _ column: String,
    to text: inout TextBuffer
) {
    var counts = [Int](repeating: 0, count: HiddenLedger.Reason.allCases.count)
    for reason in reasons { counts[Int(reason.rawValue)] += 1 }
    for reason in HiddenLedger.Reason.allCases where reason != .none {
        let count = counts[Int(reason.rawValue)]
        if count > 0 { text.add("\(table);*;\(column);\(reason.name);\(count)\n") }
    }
}

/// How many rows a table may have for its hidden counts to be listed one by one.
private let mostListed = 5_000
