import Basics

/// The cells that the words of all columns are written as, one after another: an object a column
/// would have its references counted for every cell.
struct CellTexts {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]
    /// Where each column's words begin in `starts`, or -1 where it has numbers.
    private var columns: [Int] = []

    /// Makes the cells of columns, some of which have no words.
    init(_ columns: [[String]?]) {
        for words in columns {
            self.columns.append(words == nil ? -1 : starts.count - 1)
            for word in words ?? [] {
                bytes += CellTexts.cell(word)
                starts.append(bytes.count)
            }
        }
    }

    /// Whether a column has words, and no numbers.
    @inline(__always)
    func has(_ column: Int) -> Bool { columns[column] >= 0 }

    /// Adds the cell of a column's word.
    @inline(__always)
    func add(_ word: Int, of column: Int, to text: inout TextBuffer) {
        let at = columns[column] + word
        let range = starts[at]..<starts[at + 1]
        bytes.withUnsafeBufferPointer { text.add(UnsafeBufferPointer(rebasing: $0[range])) }
    }

    /// A text as a cell: quoted where it must be, and never a formula for a spreadsheet.
    static func cell(_ text: String) -> [UInt8] {
        var text = Array(text.utf8)
        if text.count > 1, FormulaText.startsFormula(text) {
            text.insert(FormulaText.apostrophe, at: 0)
        }
        let mustQuote = text.contains { ";\"\n\r".utf8.contains($0) }
        if !mustQuote { return text }
        let quote = UInt8(ascii: "\"")
        return [quote] + text.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}
