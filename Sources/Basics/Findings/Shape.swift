/// The shape of a cell's text: what a message may say of a person's value.
public enum Shape {
    /// The text with digits as 9, capital letters as A, other letters as a; at most 24 characters.
    public static func of(_ text: some StringProtocol) -> String {
        var shape = ""
        for character in text.prefix(24) {
            if character.isNumber {
                shape.append("9")
            } else if character.isLetter {
                shape.append(character.isUppercase ? "A" : "a")
            } else if character.isNewline {
                shape.append("⏎")
            } else {
                shape.append(character)
            }
        }
        return printable(text.count > 24 ? shape + "…" : shape)
    }

    /// A text from a file with control characters as ·, so that it cannot steer a terminal.
    public static func printable(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isControl) else { return text }
        let scalars = text.unicodeScalars.map { isControl($0) ? "·" : $0 }
        return String(String.UnicodeScalarView(scalars))
    }

    /// C0, DEL and C1, and what turns the direction of writing; a line feed and a tab are text.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 9, 10: false
        case 0..<32, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
