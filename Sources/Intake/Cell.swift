import Model
import Tables

/// The bytes of a field, lent as long as its record is.
typealias Cell = UnsafeBufferPointer<UInt8>

extension Cell {
    /// The cell without blanks, tabs and non-breaking spaces at either end.
    var trimmed: Cell {
        var low = 0
        var high = count
        while low < high, let width = blankWidth(at: low) { low += width }
        while high > low, let width = blankWidth(before: high) { high -= width }
        return Cell(rebasing: self[low..<high])
    }

    private func blankWidth(at index: Int) -> Int? {
        if self[index] == 32 || self[index] == 9 || self[index] == 10 || self[index] == 13 {
            return 1
        }
        return index + 1 < count && self[index] == 0xC2 && self[index + 1] == 0xA0 ? 2 : nil
    }

    private func blankWidth(before index: Int) -> Int? {
        if let width = blankWidth(at: index - 1), width == 1 { return 1 }
        return index >= 2 ? blankWidth(at: index - 2).flatMap { $0 == 2 ? 2 : nil } : nil
    }

    var text: String { String(decoding: self, as: UTF8.self) }

    /// The cell as a number where it is one to four digits, as whole numbers mostly are.
    @inline(__always)
    var wholeNumber: Int? {
        guard (1...4).contains(count) else { return nil }
        var value = 0
        for byte in self {
            guard byte &- 48 < 10 else { return nil }
            value = value &* 10 &+ Int(byte &- 48)
        }
        return value
    }

    /// The cell as a number of `unit`ths, or nothing when it is none or lies between two.
    ///
    /// Digits with a sign and one decimal mark; no thousands marks. `7,3` is 73 tenths.
    func number(unit: Int, mark: IntakeLayout.DecimalMark) -> Int? {
        var value = 0
        var scale = 0
        var digits = 0
        var at = 0
        let isNegative = first == UInt8(ascii: "-")
        if isNegative || first == UInt8(ascii: "+") { at = 1 }
        while at < count {
            if self[at] &- 48 < 10 {
                guard digits < 15 else { return nil }
                value = value * 10 + Int(self[at] &- 48)
                digits += 1
                scale *= 10
            } else if scale == 0, Cell.isMark(self[at], mark) {
                scale = 1
            } else {
                return nil
            }
            at += 1
        }
        guard digits > 0 else { return nil }
        let (scaled, isTooLarge) = value.multipliedReportingOverflow(by: unit)
        guard !isTooLarge else { return nil }
        let (quotient, remainder) = scaled.quotientAndRemainder(dividingBy: scale == 0 ? 1 : scale)
        return remainder == 0 ? (isNegative ? -quotient : quotient) : nil
    }

    /// The cell as a number whose thousands may be marked off: `1.234,5` or `1 234,5`.
    func numberWithThousands(unit: Int, mark: IntakeLayout.DecimalMark) -> Int? {
        if let plain = number(unit: unit, mark: mark) { return plain }
        guard mark != .either else { return nil }
        let decimal = UInt8(ascii: mark == .comma ? "," : ".")
        let thousands = UInt8(ascii: mark == .comma ? "." : ",")
        let text = Array(String(decoding: self, as: UTF8.self).replacing("\u{A0}", with: " ").utf8)
        let parts = text.split(separator: decimal, omittingEmptySubsequences: false)
        guard let whole = parts.first, parts.count <= 2 else { return nil }
        let groups = whole.split(omittingEmptySubsequences: false) { $0 == thousands || $0 == 32 }
        guard groups.count > 1, (1...3).contains(groups[0].drop { $0 == 45 }.count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        let joined = groups.joined() + (parts.count == 2 ? [decimal] + parts[1] : [])
        return Array(joined).withUnsafeBufferPointer { $0.number(unit: unit, mark: mark) }
    }

    private static func isMark(_ byte: UInt8, _ mark: IntakeLayout.DecimalMark) -> Bool {
        switch mark {
        case .comma: byte == UInt8(ascii: ",")
        case .point: byte == UInt8(ascii: ".")
        case .either: byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
        }
    }
}
