import Basics
import Yams

/// A value in a definition file that knows its place and the path of keys that leads to it.
///
/// Every accessor reports what is wrong and gives nothing, so that reading goes on and all
/// mistakes of a file are shown at once. Plain scalars are read as written: `no` is the text
/// "no", never false; anchors, aliases and tags are refused.
struct YAMLValue {
    let node: Node
    /// The keys from the root, such as `scales.total.bands`.
    let path: String
    let file: YAMLFile

    var mark: Mark? { node.mark }

    /// Reports that this value is wrong.
    func report(
        _ summary: String, code: FindingCode = .definitionValueWrong, remedy: String? = nil
    ) {
        let subject = path.isEmpty ? summary : "'\(path)' \(summary)"
        file.report(code, at: mark, subject, remedy: remedy)
    }

    /// The value as a mapping with strict keys.
    func mapping() -> YAMLMapping? {
        guard case .mapping(let mapping) = node, isPlain else {
            report("takes keys and values")
            return nil
        }
        return YAMLMapping(mapping, value: self)
    }

    /// The value as a list.
    func list() -> [YAMLValue]? {
        guard case .sequence(let sequence) = node, isPlain else {
            report("takes a list")
            return nil
        }
        return sequence.enumerated().map {
            YAMLValue(node: $0.element, path: "\(path)[\($0.offset)]", file: file)
        }
    }

    /// The value as text, exactly as written.
    func text() -> String? {
        guard let raw = scalar else {
            report("takes one word or sentence")
            return nil
        }
        return raw
    }

    /// Whether the value is written as nothing: `~`, `null` or left empty.
    var isNone: Bool {
        guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else {
            return false
        }
        return ["", "~", "null"].contains(scalar.string)
    }

    /// The value as a whole number in `range`.
    func integer(in range: ClosedRange<Int> = Int.min...Int.max) -> Int? {
        guard let raw = scalar, let number = Int(raw) else {
            report("takes a whole number")
            return nil
        }
        guard range.contains(number) else {
            report("takes \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    /// The value as an exact decimal number with a point.
    func number() -> Ratio? {
        guard let raw = scalar, let number = Ratio(decimal: raw) else {
            report("takes a number with a decimal point")
            return nil
        }
        return number
    }

    /// The value as a share from 0 to 1, written as `60 %`, `60%` or `0.6`.
    func share() -> Ratio? {
        guard let raw = scalar else {
            report("takes a share such as 60 %")
            return nil
        }
        let isPercent = raw.hasSuffix("%")
        let body = isPercent ? String(raw.dropLast()).trimmedBlanks : raw
        guard let number = Ratio(decimal: body) else {
            report("takes a share such as 60 %")
            return nil
        }
        return isPercent ? number * Ratio(1, over: 100) : number
    }

    /// The value as a date `yyyy-mm-dd`.
    func date() -> CalendarDate? {
        guard let raw = scalar, let date = CalendarDate(iso: raw) else {
            report("takes a date as yyyy-mm-dd")
            return nil
        }
        return date
    }

    /// The value as `yes` or `no`.
    func flag() -> Bool? {
        switch scalar {
        case "yes", "true": return true
        case "no", "false": return false
        default:
            report("takes yes or no")
            return nil
        }
    }

    /// The value as one of a closed list of words.
    func choice<Choice>(_: Choice.Type = Choice.self) -> Choice?
    where Choice: RawRepresentable<String> & CaseIterable {
        guard let raw = scalar else {
            report("takes one word")
            return nil
        }
        if let choice = Choice(rawValue: raw) { return choice }
        let known = Choice.allCases.map(\.rawValue)
        report(
            "takes \(known.joined(separator: ", ")), not '\(raw)'"
                + NearMiss.hint(raw, among: known))
        return nil
    }

    /// The value as `{da: …, en: …}`; a plain word reads the same in both languages.
    func localized() -> LocalizedText? {
        if let raw = scalar { return LocalizedText(same: raw) }
        guard let mapping = mapping() else { return nil }
        let danish = mapping.required("da")?.text()
        let english = mapping.required("en")?.text()
        mapping.finish()
        guard let danish, let english else { return nil }
        return LocalizedText(da: danish, en: english)
    }

    /// Reads each element of a list, leaving out those that are wrong.
    func list<Element>(of read: (YAMLValue) -> Element?) -> [Element]? {
        list()?.compactMap(read)
    }

    private var scalar: String? {
        guard case .scalar(let scalar) = node, isPlain else { return nil }
        return scalar.string
    }

    private var isPlain: Bool {
        if case .alias = node {
            report("is an alias; definitions take none", code: .definitionKeyUnknown)
            return false
        }
        if node.anchor != nil {
            report("has an anchor; definitions take none", code: .definitionKeyUnknown)
            return false
        }
        return true
    }
}

extension String {
    /// The text without blanks at either end.
    var trimmedBlanks: String {
        var body = Substring(self)
        while body.first == " " { body = body.dropFirst() }
        while body.last == " " { body = body.dropLast() }
        return String(body)
    }
}
