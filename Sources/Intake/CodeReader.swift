import Model

/// Reads cells that say one of a few codes, such as an informant.
struct CodeReader: ~Copyable {
    /// What stands for a code that is not known.
    static let unknown = AssessmentBatch.noCode

    /// The code of a text that was not met before.
    private let resolve: (String) -> UInt8
    /// Texts met before, and their codes: a file has a handful.
    private var met = ByteTable(expecting: 64)
    private var metCodes: [UInt8] = []

    /// Makes a reader of names, which index the result, with other texts that mean them: those
    /// of the layout before the names, and the names before their aliases.
    init(_ names: [String], aliases: [[String]] = [], also column: IntakeColumn?) {
        var codes: [String: UInt8] = [:]
        for (index, texts) in aliases.enumerated() {
            for text in texts { codes[ColumnName.label(text)] = UInt8(index) }
        }
        for (index, name) in names.prefix(Int(CodeReader.unknown)).enumerated() {
            codes[ColumnName.label(name)] = UInt8(index)
        }
        for code in column?.codes ?? [] {
            guard let index = names.firstIndex(of: code.code) else { continue }
            for text in code.texts { codes[ColumnName.label(text)] = UInt8(index) }
        }
        resolve = { [codes] in codes[ColumnName.label($0)] ?? CodeReader.unknown }
    }

    /// Makes a reader of the names of an instrument's items, as columns would be named.
    init(items known: KnownColumns) {
        resolve = { name in
            guard case .item(let index) = known.use(of: name), index < Int(CodeReader.unknown)
            else {
                return CodeReader.unknown
            }
            return UInt8(index)
        }
    }

    /// The index of a cell's code, or `unknown`.
    mutating func read(_ cell: Cell) -> UInt8 {
        guard let start = cell.baseAddress else { return CodeReader.unknown }
        let index = met.find(start, cell.count)
        if index >= 0 { return metCodes[Int(index)] }
        let code = resolve(cell.text)
        if met.count < 256 {
            _ = met.intern(start, cell.count)
            metCodes.append(code)
        }
        return code
    }
}
