/// The texts that cells of all sheets point to by their position.
final class SharedTexts: ElementHandler {
    private var bytes: [UInt8] = []
    /// Where each text ends in `bytes`.
    private var ends: [Int] = []
    private var isInText = false
    /// Inside readings of Asian characters, which are no part of the text.
    private var isInReading = false
    let isDone = false

    /// The bytes of a text, or nothing when there is none at that position.
    subscript(_ index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    func start(_ name: ElementName, _ attributes: ElementAttributes) {
        if name == "t" { isInText = !isInReading }
        if name == "rPh" { isInReading = true }
    }

    func end(_ name: ElementName) {
        if name == "t" { isInText = false }
        if name == "rPh" { isInReading = false }
        if name == "si" { close() }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {
        if isInText { self.bytes += bytes }
    }

    private func close() {
        let start = ends.last ?? 0
        if let plain = EscapedText.plain(bytes[start...]) {
            bytes.replaceSubrange(start..., with: plain)
        }
        ends.append(bytes.count)
    }
}

/// Characters that XML cannot hold, written as `_x000D_` (ECMA-376 part 1, 22.9.2.19).
enum EscapedText {
    /// The text without such escapes, or nothing where it has none.
    static func plain(_ text: ArraySlice<UInt8>) -> [UInt8]? {
        guard text.contains(UInt8(ascii: "_")) else { return nil }
        var plain: [UInt8] = []
        var at = text.startIndex
        var isChanged = false
        while at < text.endIndex {
            if let scalar = scalar(text[at...]) {
                plain += Array(String(Character(scalar)).utf8)
                at += 7
                isChanged = true
            } else {
                plain.append(text[at])
                at += 1
            }
        }
        return isChanged ? plain : nil
    }

    private static func scalar(_ text: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let escape = Array(text.prefix(7))
        guard escape.count == 7, escape[0] == UInt8(ascii: "_"), escape[1] == UInt8(ascii: "x"),
            escape[6] == UInt8(ascii: "_"),
            let value = UInt32(String(decoding: escape[2..<6], as: UTF8.self), radix: 16)
        else { return nil }
        return Unicode.Scalar(value)
    }
}
