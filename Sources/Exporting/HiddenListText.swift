import Model

/// Writes which counts are hidden and why, for the private folder: `table;keys;figure;reason`,
/// one line a count, the keys of a row joined by `|`.
public func hiddenListText(_ disclosed: Disclosed) -> [UInt8] {
    var bytes = Array("table;keys;figure;reason\n".utf8)
    for (table, reasons) in zip(disclosed.tables, disclosed.ledger.reasons) {
        for (column, reasons) in zip(table.figures, reasons) {
            for (row, reason) in reasons.enumerated() where reason != .none {
                let keys = table.keys.map { $0.word(row) }.joined(separator: "|")
                let safe = keys.utf8.map { ";\"\r\n".utf8.contains($0) ? UInt8(ascii: " ") : $0 }
                bytes += Array("\(table.name);".utf8) + safe
                bytes += Array(";\(column.name);\(reason.name)\n".utf8)
            }
        }
    }
    return bytes
}
