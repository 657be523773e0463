import Basics
import Model

extension SheetChoice {
    /// Reads a place from 1 to 99, or a name.
    init?(from value: YAMLValue) {
        guard let text = value.text() else { return nil }
        if let position = Int(text), (1...99).contains(position) {
            self = .position(position)
        } else {
            self = .named(text)
        }
    }
}

extension AnswerTextSource {
    /// Reads `{files: […], sheet: …}`, of which one at least is there.
    init?(from value: YAMLValue) {
        guard let mapping = value.mapping() else { return nil }
        let files = mapping.optional("files")?.texts()?.compactMap { $0.text() }
        let sheet = mapping.optional("sheet").flatMap(SheetChoice.init(from:))
        mapping.finish()
        guard files != nil || sheet != nil else {
            value.report("needs 'files' or 'sheet'", code: .definitionKeyMissing)
            return nil
        }
        self.init(files: files ?? [], sheet: sheet)
    }
}

extension EventColumns {
    /// Both ways in which exports put the event and the column together.
    private static let usualPatterns = ["{event}_{column}", "{column}_{event}"]

    /// Reads `{names: […], columns: […], informants: {…}}`.
    init?(from value: YAMLValue) {
        guard let mapping = value.mapping() else { return nil }
        let names = mapping.required("names")?.texts()?.compactMap { $0.text() }
        let patterns = mapping.optional("columns")?.texts()?.compactMap(EventColumns.pattern)
        let informants = mapping.optional("informants")?.mapping()?.all() ?? []
        mapping.finish()
        guard let names else { return nil }
        self.init(
            names: names, patterns: patterns ?? EventColumns.usualPatterns,
            informants: informants.reduce(into: [:]) { $0[$1.key] = $1.value.text() })
        for entry in informants where !names.contains(entry.key) {
            entry.value.report(
                "is of no event" + NearMiss.hint(entry.key, among: names),
                code: .definitionKeyUnknown)
        }
        reportBlurred(at: value)
    }

    private static func pattern(_ value: YAMLValue) -> String? {
        guard let text = value.text() else { return nil }
        if text.contains("{event}"), text.contains("{column}") { return text }
        value.report("needs both {event} and {column}")
        return nil
    }

    /// Signs between letters and digits do not count in names of columns, so that `sdq1_2` could
    /// be item 12: what follows a column's name must start with a letter.
    private func reportBlurred(at value: YAMLValue) {
        for name in names {
            for pattern in patterns {
                let after =
                    pattern.replacing("{event}", with: name)
                    .split(separator: "{column}", omittingEmptySubsequences: false).last ?? ""
                if let first = after.first(where: { $0.isLetter || $0.isNumber }), first.isNumber {
                    value.report(
                        "puts the digit of '\(name)' after a column's name, where it could be "
                            + "part of it",
                        remedy: "write letters between them, such as {column}_t{event}")
                    return
                }
            }
        }
    }
}
