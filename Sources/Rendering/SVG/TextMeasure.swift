/// How wide a text becomes, estimated for the sans-serif fonts that systems bring.
///
/// The widths, at one unit of height, are those of the widest such font in use, DejaVu Sans
/// (digits 0.636, most small letters about 0.61), so that a label is never wider than its room.
enum TextMeasure {
    /// The height of ordinary text in a picture.
    static let size = 13.0
    /// The height at which plain text is as wide as strong text of the ordinary height.
    static let strong = 14.7
    /// The distance between two lines.
    static let lineHeight = 17.0

    static func width(_ text: String, size: Double = TextMeasure.size) -> Double {
        added(text.unicodeScalars, to: 0) * size
    }

    /// The width at one unit of height of what stands before and of further characters, added up
    /// one by one.
    private static func added(_ text: String.UnicodeScalarView, to before: Double) -> Double {
        var sum = before
        for scalar in text { sum += width(of: scalar) }
        return sum
    }

    /// A text, or as many of its characters as could find room.
    private static func beginning(of text: String, _ longest: Int) -> String {
        text.utf8.count <= longest ? text : String(text.prefix(longest))
    }

    /// Whether a text is words with one blank between any two.
    private static func isLine(_ text: String) -> Bool {
        var last = UInt8(ascii: " ")
        for byte in text.utf8 {
            if byte == UInt8(ascii: " "), last == byte { return false }
            last = byte
        }
        return last != UInt8(ascii: " ")
    }

    /// The width of the narrowest letters.
    private static let narrowest = 0.36

    private static func width(of scalar: Unicode.Scalar) -> Double {
        scalar.isASCII ? widthsOfASCII[Int(scalar.value)] : widthByKind(scalar)
    }

    private static let widthsOfASCII = (UInt8(0)..<128).map { widthByKind(Unicode.Scalar($0)) }

    private static func widthByKind(_ scalar: Unicode.Scalar) -> Double {
        switch scalar {
        case "i", "j", "l", "I", "t", "f", ".", ",", ":", ";", "'", "|", "!", " ", "\u{A0}":
            narrowest
        case "m", "w", "M", "W", "æ", "Æ", "%", "…", "→": 0.99
        case "0"..."9": 0.64
        case "−", "+": 0.84
        case "A"..."Z", "Ø", "Å": 0.74
        default: scalar.value > 0x2E7F ? 1.1 : 0.61
        }
    }

    /// The text in lines no wider than `width`; a longer word is broken, and what does not fit
    /// into `most` lines ends in an ellipsis.
    static func wrapped(
        _ text: String, width: Double, size: Double = TextMeasure.size, most: Int = 3
    ) -> [String] {
        let text = InertText.of(text)
        if isLine(text), TextMeasure.width(text, size: size) <= width { return [text] }
        var lines: [String] = []
        var current = ""
        // Even of the narrowest letters no more than these could find room.
        let longest = Int(width * Double(most + 1) / (narrowest * size)) + 1
        var taken = 0.0
        for word in pieces(of: beginning(of: text, longest), width: width, size: size) {
            let own = word.unicodeScalars
            let longer = current.isEmpty ? added(own, to: 0) : added(own, to: taken + narrowest)
            if longer * size <= width {
                if !current.isEmpty { current += " " }
                current += word
                taken = longer
            } else {
                lines.append(current)
                current = word
                taken = added(own, to: 0)
            }
        }
        if !current.isEmpty { lines.append(current) }
        guard lines.count > most else { return lines.filter { !$0.isEmpty } }
        let kept = lines[..<most]
        return kept.dropLast() + [shortened(kept[most - 1] + "…", width: width, size: size)]
    }

    /// The words of a text, those that are too wide broken into parts.
    private static func pieces(of text: String, width: Double, size: Double) -> [String] {
        InertText.words(of: text).flatMap { word -> [String] in
            if TextMeasure.width(word, size: size) <= width { return [word] }
            var parts: [String] = []
            var part = ""
            for character in word {
                if !part.isEmpty,
                    TextMeasure.width(part + String(character), size: size) > width
                {
                    parts.append(part)
                    part = ""
                }
                part.append(character)
            }
            return parts + [part]
        }
    }

    /// One line with an ellipsis where it had to be cut.
    static func shortened(
        _ text: String, width: Double, size: Double = TextMeasure.size
    ) -> String {
        let longest = Int(width / (narrowest * size)) + 2
        var result = text.utf8.count <= longest ? text : String(text.prefix(longest))
        if TextMeasure.width(result, size: size) <= width { return result }
        while result.count > 1, TextMeasure.width(result + "…", size: size) > width {
            result.removeLast()
        }
        return result.hasSuffix("…") ? result : result + "…"
    }
}

extension Sketch {
    /// Writes lines of text below one another and returns where the next would stand.
    @discardableResult
    mutating func lines(
        _ lines: [String], at point: Spot, _ style: String, _ side: TextSide = .start
    ) -> Double {
        var y = point.y
        for line in lines {
            text(line, at: Spot(point.x, y), style, side)
            y += TextMeasure.lineHeight
        }
        return y
    }
}
