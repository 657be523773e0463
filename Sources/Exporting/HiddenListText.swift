import Model

/// Writes which counts are hidden and why, for the private folder:
/// `table;keys;figure;reason;count`, one line a count, the keys of a row joined by `|`.
///
/// A table of more than `mostListed` rows is summed up: one line a figure and reason, with `*`
/// for the keys.
public func hiddenListText(_ disclosed: Disclosed) -> [UInt8] {
    var bytes = Array("table;keys;figure;reason;count\n".utf8)
    for (table, reasons) in zip(disclosed.tables, disclosed.ledger.reasons) {
        if table.rowCount > mostListed {
            for (column, reasons) in zip(table.figures, reasons) {
                bytes += summary(of: reasons, in: table.name, column.name)
            }
        } else {
            let rows = RowNames(table)
            for (column, reasons) in zip(table.figures, reasons) {
                rows.append(reasons, of: column.name, to: &bytes)
            }
        }
    }
    return bytes
}

/// How the lines of a table's rows begin: its name and their keys, row after row.
private struct RowNames {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    init(_ table: DisclosedTable) {
        let name = Array("\(table.name);".utf8)
        let words = table.keys.map { $0.words.map(safe) }
        ends.reserveCapacity(table.rowCount)
        for row in 0..<table.rowCount {
            bytes += name
            let start = bytes.count
            for (place, column) in table.keys.enumerated() {
                if place > 0 { bytes.append(UInt8(ascii: "|")) }
                bytes += words[place][Int(column.indices[row])]
            }
            if FormulaText.startsFormula(bytes[start...]) {
                bytes.insert(FormulaText.apostrophe, at: start)
            }
            ends.append(bytes.count)
        }
    }

    /// Appends one line for each hidden count of a column.
    func append(
        _ reasons: [HiddenLedger.Reason], of column: String, to lines: inout [UInt8]
    ) {
        let rests = HiddenLedger.Reason.allCases.map { Array(";\(column);\($0.name);1\n".utf8) }
        for (row, reason) in reasons.enumerated() where reason != .none {
            lines += bytes[(row == 0 ? 0 : ends[row - 1])..<ends[row]]
            lines += rests[Int(reason.rawValue)]
        }
    }
}

/// A word that cannot end its cell or its line.
private func safe(_ word: String) -> [UInt8] {
    word.utf8.map { ";\"\r\n".utf8.contains($0) ? UInt8(ascii: " ") : $0 }
}

private func summary(
    of reasons: [HiddenLedger.Reason], in table: String, _ column: String
) -> [UInt8] {
    var counts = [Int](repeating: 0, count: HiddenLedger.Reason.allCases.count)
    for reason in reasons { counts[Int(reason.rawValue)] += 1 }
    return HiddenLedger.Reason.allCases.filter { $0 != .none }.flatMap { reason -> [UInt8] in
        let count = counts[Int(reason.rawValue)]
        return count == 0 ? [] : Array("\(table);*;\(column);\(reason.name);\(count)\n".utf8)
    }
}

/// How many rows a table may have for its hidden counts to be listed one by one.
private let mostListed = 5_000
