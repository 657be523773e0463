/// How column names are compared: case, separators, leading zeros and damage to æøå do not count.
enum ColumnName {
    /// The name reduced to what is compared: `SDQ_01` and `sdq1` are alike, `Værdi` and `vaerdi`.
    static func key(_ name: String) -> String {
        if let key = plainKey(name) { return key }
        var key = ""
        var digits = ""
        for scalar in repaired(name.lowercased()).unicodeScalars {
            if ("0"..."9").contains(scalar) {
                digits.unicodeScalars.append(scalar)
                continue
            }
            key += withoutZeros(digits)
            digits = ""
            if scalar.properties.isAlphabetic || scalar == "\u{FFFD}" {
                key.unicodeScalars.append(scalar)
            }
        }
        return key + withoutZeros(digits)
    }

    /// The key of a name in ASCII, as nearly all are; nothing for others.
    private static func plainKey(_ name: String) -> String? {
        var key: [UInt8] = []
        /// Where the number that is being read starts.
        var number: Int?
        for byte in name.utf8 {
            switch byte {
            case 0x80...: return nil
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let start = number ?? key.count
                if key.count == start + 1, key[start] == UInt8(ascii: "0") { key.removeLast() }
                key.append(byte)
                number = start
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
                key.append(byte | 0x20)
                number = nil
            default: number = nil
            }
        }
        return String(decoding: key, as: UTF8.self)
    }

    /// The texts that are compared as the same label: as a key, but digits as they are.
    static func label(_ text: String) -> String {
        repaired(text.lowercased()).unicodeScalars
            .filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }
            .reduce(into: "") { $0.unicodeScalars.append($1) }
    }

    private static func withoutZeros(_ digits: String) -> String {
        guard !digits.isEmpty else { return "" }
        let body = digits.drop { $0 == "0" }
        return body.isEmpty ? "0" : String(body)
    }

    /// The text with æ, ø and å written out, also where they were encoded twice.
    private static func repaired(_ text: String) -> String {
        var text = text
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        for (from, to) in spellings where text.contains(from) {
            text = text.split(separator: from, omittingEmptySubsequences: false)
                .joined(separator: to)
        }
        return text
    }

    private static let spellings = [
        ("ã¦", "ae"), ("ã¸", "oe"), ("ã¥", "aa"), ("ã†", "ae"), ("ã˜", "oe"), ("ã…", "aa"),
        ("æ", "ae"), ("ø", "oe"), ("å", "aa"), ("ä", "ae"), ("ö", "oe"), ("a\u{30A}", "aa"),
    ]

    /// Whether a name fits a pattern in which `*` stands for anything; case does not matter.
    static func matches(_ name: String, pattern: String) -> Bool {
        Pattern.matches(Pattern.characters(name), Pattern.characters(pattern))
    }
}

/// Patterns of names in which `*` stands for any text and `?` for one character.
enum Pattern {
    /// A name or pattern as it is compared.
    static func characters(_ text: String) -> [Character] { Array(text.lowercased()) }

    static func matches(_ name: [Character], _ pattern: [Character]) -> Bool {
        var (n, p, star, mark) = (0, 0, -1, 0)
        while n < name.count {
            if p < pattern.count, pattern[p] == "*" {
                star = p
                mark = n
                p += 1
            } else if p < pattern.count, pattern[p] == "?" || pattern[p] == name[n] {
                n += 1
                p += 1
            } else if star >= 0 {
                mark += 1
                n = mark
                p = star + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == "*" }
    }
}
