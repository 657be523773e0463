/// What the number formats of a workbook say of numbers: which are dates, which are padded.
final class CellFormats: ElementHandler {
    /// How a number is to be read.
    enum Meaning: Sendable, Hashable {
        case number
        /// Days and perhaps a time of the day.
        case date
        /// Digits at fixed places, such as `000000-0000`.
        case digits([UInt8])
    }

    private var codes: [Int: String] = [:]
    private var formats: [Int] = []
    /// What each style means, once it was asked for.
    private var meanings: [Meaning?] = []
    private var isInFormats = false
    private var isInCodes = false
    let isDone = false

    /// What the style at a position means for numbers.
    func meaning(_ style: Int) -> Meaning {
        guard formats.indices.contains(style) else { return .number }
        if meanings.isEmpty { meanings = formats.map { _ in nil } }
        if let known = meanings[style] { return known }
        let format = formats[style]
        let meaning = CellFormats.meaning(ofFormat: format, code: codes[format])
        meanings[style] = meaning
        return meaning
    }

    func start(_ name: ElementName, _ attributes: ElementAttributes) {
        if name == "cellXfs" { isInFormats = true }
        if name == "numFmts" { isInCodes = true }
        if isInFormats, name == "xf" { formats.append(attributes.integer("numFmtId") ?? 0) }
        if isInCodes, name == "numFmt", let id = attributes.integer("numFmtId") {
            codes[id] = attributes.text("formatCode")
        }
    }

    func end(_ name: ElementName) {
        if name == "cellXfs" { isInFormats = false }
        if name == "numFmts" { isInCodes = false }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// Formats without a code are built in (ECMA-376 part 1, 18.8.30); 46 counts elapsed hours.
    private static func meaning(ofFormat id: Int, code: String?) -> Meaning {
        if let code { return meaning(ofCode: code) }
        switch id {
        case 14...22, 27...36, 45, 47, 50...58: return .date
        default: return .number
        }
    }

    /// What a format's code means, by its first section.
    static func meaning(ofCode code: String) -> Meaning {
        if ["general", "standard"].contains(code.lowercased()) { return .number }
        let shown = placeholders(code)
        if let digits = fixedDigits(code) { return .digits(digits) }
        return shown.contains { "dmyhs".contains($0) } ? .date : .number
    }

    /// The first section without quoted or escaped text, colours and locales; elapsed time such
    /// as `[h]` is a number of hours and leaves nothing.
    private static func placeholders(_ code: String) -> String {
        var shown = ""
        var rest = code.lowercased()[...]
        while let character = rest.popFirst() {
            switch character {
            case ";": return shown
            case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": rest = rest.dropFirst()
            case "[":
                let inside = rest.prefix { $0 != "]" }
                rest = rest.dropFirst(inside.count + 1)
                if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { return "" }
            default: shown.append(character)
            }
        }
        return shown
    }

    /// A code of zeros and hyphens alone, at least two zeros.
    private static func fixedDigits(_ code: String) -> [UInt8]? {
        let plain = code.utf8.filter { $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"") }
        guard plain.allSatisfy({ $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: "-") }),
            plain.first == UInt8(ascii: "0"), plain.count(where: { $0 == UInt8(ascii: "0") }) >= 2
        else { return nil }
        return Array(plain)
    }
}
