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
        return text.count > 24 ? shape + "…" : shape
    }
}
