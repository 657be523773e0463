import Basics
import Model

/// Writes an intake for a file that none fits, for a person to correct and save.
enum IntakeProposal {
    /// The YAML of an intake with the one kind that fits best.
    ///
    /// Columns that are nearly known get the role of what they resemble; the rest is listed under
    /// `ignored`, where a person sees what would be left out. A workbook has no delimiter.
    static func yaml(
        for fit: Inspection.Fit, of file: SourceFile, header: [String], delimiter: UInt8?
    ) -> String {
        let lines =
            frame(file.layout, delimiter)
            + ["files:", "  \(file.kind.name):", "    \(holding(file.kind))"]
            + ["    patterns: [\"*\(file.kind.name)*.csv\"]"] + shapes(file.kind)
            + ["    columns:"] + file.kind.columns.compactMap { column(for: $0, file.kind, header) }
            + items(file.kind) + ignored(fit, file.kind)
            + (file.kind.skipsUnanswered ? ["    skip-unanswered: yes"] : []) + labels(file.kind)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func frame(_ layout: IntakeLayout, _ delimiter: UInt8?) -> [String] {
        var lines = ["intake: my-export", "title: My export"]
        if let delimiter {
            let sign = delimiter == 9 ? "tab" : String(UnicodeScalar(delimiter))
            lines.append("delimiter: \"\(sign)\"")
        }
        lines.append("decimal-mark: \(layout.decimalMark.rawValue)")
        lines.append("dates: [\(layout.dates.map(\.rawValue).joined(separator: ", "))]")
        if !layout.missing.isEmpty { lines.append("missing: \(list(layout.missing))") }
        if layout.headerRows > 1 { lines.append("header-rows: \(layout.headerRows)") }
        return lines
    }

    private static func holding(_ kind: IntakeFile) -> String {
        switch kind.kind {
        case .assessments(let name): "instrument: \(name)"
        case .cases: "holds: cases"
        case .indicators: "holds: indicators"
        case .goals: "holds: goals"
        case .stories: "holds: stories"
        }
    }

    private static func shapes(_ kind: IntakeFile) -> [String] {
        var lines: [String] = []
        if let sheet = kind.sheet { lines.append("    sheet: \(written(sheet))") }
        if let texts = kind.answerTexts {
            let parts =
                [texts.files.isEmpty ? nil : "files: \(list(texts.files))"]
                + [texts.sheet.map { "sheet: \(written($0))" }]
            lines.append("    answer-texts: {\(parts.compactMap(\.self).joined(separator: ", "))}")
        }
        if let events = kind.events {
            let patterns = list(events.patterns)
            lines.append("    events: {names: \(list(events.names)), columns: \(patterns)}")
        }
        return lines
    }

    private static func written(_ sheet: SheetChoice) -> String {
        switch sheet {
        case .position(let position): "\(position)"
        case .named(let name): quoted(name)
        }
    }

    /// A role's column; nothing where the file has none and need not.
    private static func column(
        for column: IntakeColumn, _ kind: IntakeFile, _ header: [String]
    ) -> String? {
        let names = column.names
        let known = names.flatMap { name in
            [name]
                + (kind.events.map { events in
                    events.names.flatMap { events.names(of: name, in: $0) }
                } ?? [])
        }
        let present = Set(header.map(ColumnName.key))
        let own = names.first { present.contains(ColumnName.key($0)) }
        let near = names.lazy.compactMap { NearMiss.of($0, among: header) }.first
        let isInEvent = known.contains { present.contains(ColumnName.key($0)) }
        if column.isOptional, own == nil, near == nil, !isInEvent { return nil }
        var parts = ["name: \(quoted(own ?? (isInEvent ? nil : near) ?? names[0]))"]
        if column.isOptional { parts.append("optional: yes") }
        if column.isNeeded { parts.append("needed: yes") }
        if !column.children.isEmpty { parts.append("children: \(list(column.children))") }
        if !column.codes.isEmpty {
            let codes = column.codes.map { "\($0.code): \(list($0.texts))" }
            parts.append("codes: {\(codes.joined(separator: ", "))}")
        }
        return "      \(column.role.rawValue): {\(parts.joined(separator: ", "))}"
    }

    private static func items(_ kind: IntakeFile) -> [String] {
        var lines: [String] = []
        if !kind.items.isEmpty {
            lines.append("    items:")
            lines += kind.items.map {
                "      - {items: \(span($0.items)), named: \(list($0.names))}"
            }
        }
        if !kind.totals.isEmpty {
            lines.append("    totals:")
            lines += kind.totals.map {
                "      - {named: \(list($0.names)), items: \(span($0.items))}"
            }
        }
        return lines
    }

    private static func ignored(_ fit: Inspection.Fit, _ kind: IntakeFile) -> [String] {
        let names = kind.ignored + fit.unknown
        if names.isEmpty { return [] }
        let hint =
            fit.unknown.isEmpty
            ? [] : ["    # Say of each of these what it is, or leave it ignored."]
        return hint + ["    ignored: \(list(names))"]
    }

    private static func labels(_ kind: IntakeFile) -> [String] {
        if kind.labels.isEmpty { return [] }
        return ["    labels:"]
            + kind.labels.map { label in
                let items = label.items.isEmpty ? "" : ", items: \(span(label.items))"
                return "      - {answer: \(label.answer), texts: \(list(label.texts))\(items)}"
            }
    }

    /// A list of items; names that count on are written as a span.
    private static func span(_ texts: [String]) -> String {
        if texts.count > 2, let first = texts.first, let last = texts.last,
            let span = ItemNumber.span(first, last), span == texts
        {
            return "\(first)..\(last)"
        }
        return list(texts)
    }

    private static func list(_ texts: [String]) -> String {
        "[\(texts.map(quoted).joined(separator: ", "))]"
    }

    private static func quoted(_ text: String) -> String {
        let safe = CivilRegistrationNumber.masked(text).replacing("\\", with: "\\\\")
            .replacing("\"", with: "\\\"").filter { !$0.isNewline }
        return "\"\(safe)\""
    }
}

/// Names that end in numbers, such as `sdq1` to `sdq25`.
enum ItemNumber {
    /// All names from one to another, or nothing where they are no such names.
    static func span(_ first: String, _ last: String) -> [String]? {
        let (stem, start) = parts(first)
        let (other, end) = parts(last)
        guard let start, let end, stem == other, start <= end, end - start < 1000 else {
            return nil
        }
        return (start...end).map { stem + String($0) }
    }

    private static func parts(_ name: String) -> (stem: String, number: Int?) {
        let digits = name.reversed().prefix { $0.isASCII && $0.isNumber }
        return (String(name.dropLast(digits.count)), Int(String(digits.reversed())))
    }
}
