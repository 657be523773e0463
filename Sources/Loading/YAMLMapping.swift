import Basics
import Yams

/// A mapping whose keys are all accounted for: a key nobody asked for is a mistake.
final class YAMLMapping {
    private let value: YAMLValue
    private var entries: [(key: String, keyMark: Mark?, value: YAMLValue)] = []
    private var asked: [String] = []

    init(_ mapping: Node.Mapping, value: YAMLValue) {
        self.value = value
        for pair in mapping {
            let key = pair.key.scalar?.string ?? ""
            let path = value.path.isEmpty ? key : "\(value.path).\(key)"
            entries.append(
                (key, pair.key.mark, YAMLValue(node: pair.value, path: path, file: value.file)))
        }
    }

    /// Where the mapping starts.
    var place: YAMLValue { value }

    /// The keys in the order of the file; asks for none of them.
    var keys: [String] { entries.map(\.key) }

    /// The value of a key, or nothing when it is absent or written as nothing.
    func optional(_ key: String) -> YAMLValue? {
        asked.append(key)
        guard let entry = entries.first(where: { $0.key == key }), !entry.value.isNone else {
            return nil
        }
        return entry.value
    }

    /// The value of a key that must be there.
    func required(_ key: String) -> YAMLValue? {
        if let found = optional(key) { return found }
        value.report("needs the key '\(key)'", code: .definitionKeyMissing)
        return nil
    }

    /// Every entry, for mappings whose keys are names that the file chooses.
    func all() -> [(key: String, value: YAMLValue)] {
        asked += keys
        return entries.map { ($0.key, $0.value) }
    }

    /// Reports each key that nobody asked for, with a near miss.
    func finish() {
        for entry in entries where !asked.contains(entry.key) {
            let known = Set(asked).sorted()
            let hint = NearMiss.hint(entry.key, among: known)
            value.file.report(
                .definitionKeyUnknown, at: entry.keyMark,
                "key '\(entry.key)' is not known here\(hint)",
                remedy: "use one of: \(known.joined(separator: ", "))")
        }
    }
}
