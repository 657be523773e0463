import Basics
import Model

extension IntakeLayout {
    /// Reads a layout from a definition's YAML; gives nothing and every mistake when it is wrong.
    ///
    /// `file` is the path as it stands in findings; its base name must be the layout's name.
    public static func read(
        yaml: String, file: String
    ) -> (layout: IntakeLayout?, findings: [Finding]) {
        let source = YAMLFile(name: file)
        guard let root = source.root(of: yaml) else { return (nil, source.findings) }
        let layout = IntakeLayout(from: root)
        root.finish()
        return (source.findings.isEmpty ? layout : nil, source.findings)
    }

    private init?(from root: YAMLMapping) {
        let name = root.required("intake")?.text()
        let title = root.required("title")?.localized()
        let encoding = root.optional("encoding")?.choice(Encoding.self)
        let delimiter = root.optional("delimiter")?.choice(Delimiter.self)
        let mark = root.optional("decimal-mark")?.choice(DecimalMark.self)
        let dates = root.optional("dates")?.texts()?.choices(DateForm.self)
        let missing = root.optional("missing")?.texts()?.compactMap { $0.text() }
        let headerRows = root.optional("header-rows")?.integer(in: 1...9)
        let ignored = root.optional("ignored")?.texts()?.compactMap { $0.text() }
        let files = root.required("files")?.mapping()?.all().compactMap(IntakeFile.init(from:))
        guard let name, let title, let files else { return nil }
        self.init(
            name: name, title: title, encoding: encoding ?? .automatic,
            delimiter: delimiter ?? .automatic, decimalMark: mark ?? .either,
            dates: dates ?? [.dayMonthYear], missing: missing ?? [], headerRows: headerRows ?? 1,
            files: files, ignored: ignored ?? [])
    }
}

extension IntakeFile {
    fileprivate init?(from entry: (key: String, value: YAMLValue)) {
        guard let mapping = entry.value.mapping() else { return nil }
        let kind = IntakeFile.kind(of: mapping)
        let patterns = mapping.required("patterns")?.texts()?.compactMap { $0.text() }
        let columns = mapping.required("columns")?.mapping()?.all()
            .compactMap(IntakeColumn.init(from:))
        let items = mapping.optional("items")?.list(of: ItemColumns.init(from:))
        let totals = mapping.optional("totals")?.list(of: TotalColumn.init(from:))
        let ignored = mapping.optional("ignored")?.texts()?.compactMap { $0.text() }
        let skips = mapping.optional("skip-unanswered")?.flag()
        let labels = mapping.optional("labels")?.list(of: AnswerLabel.init(from:))
        let sheet = mapping.optional("sheet").flatMap(SheetChoice.init(from:))
        let answerTexts = mapping.optional("answer-texts").flatMap(AnswerTextSource.init(from:))
        let events = mapping.optional("events").flatMap(EventColumns.init(from:))
        let form = mapping.optional("form")?.text()
        mapping.finish()
        guard let kind, let patterns, let columns else { return nil }
        self.init(
            name: entry.key, kind: kind, patterns: patterns, columns: columns,
            items: items ?? [], totals: totals ?? [], ignored: ignored ?? [],
            skipsUnanswered: skips ?? false, labels: labels ?? [], sheet: sheet,
            answerTexts: answerTexts, events: events, form: form)
    }

    private static func kind(of mapping: YAMLMapping) -> Kind? {
        if let instrument = mapping.optional("instrument") {
            return instrument.text().map { .assessments($0) }
        }
        guard let holds = mapping.optional("holds") else {
            mapping.place.report(
                "needs 'instrument' or 'holds'", code: .definitionKeyMissing,
                remedy: "write 'instrument: sdq' or 'holds: cases'")
            return nil
        }
        switch holds.choice(Holding.self) {
        case .cases: return .cases
        case .indicators: return .indicators
        case .goals: return .goals
        case .stories: return .stories
        case nil: return nil
        }
    }

    private enum Holding: String, CaseIterable {
        case cases, indicators, goals, stories
    }
}

extension IntakeColumn {
    /// Reads `role: name`, or `role: {name: …, also: […], optional: yes, …}`.
    fileprivate init?(from entry: (key: String, value: YAMLValue)) {
        guard let role = Role(rawValue: entry.key) else {
            let known = Role.allCases.map(\.rawValue)
            entry.value.report(
                "is no role of a column" + NearMiss.hint(entry.key, among: known),
                code: .definitionKeyUnknown, remedy: "use one of: \(known.joined(separator: ", "))")
            return nil
        }
        let isIdentity = [.case, .date].contains(role)
        if let name = entry.value.word {
            self.init(role: role, names: [name], isNeeded: isIdentity)
            return
        }
        guard let mapping = entry.value.mapping() else { return nil }
        let name = mapping.required("name")?.text()
        let also = mapping.optional("also")?.texts()?.compactMap { $0.text() }
        let spares = mapping.optional("else")?.texts()?.compactMap { $0.text() }
        let isOptional = mapping.optional("optional")?.flag()
        let isNeeded = mapping.optional("needed")?.flag()
        let codes = mapping.optional("codes")?.mapping()?.all().map(ColumnCode.init(from:))
        let children = mapping.optional("children")?.texts()?.compactMap { $0.text() }
        mapping.finish()
        guard let name else { return nil }
        self.init(
            role: role, names: [name] + (also ?? []), spareNames: spares ?? [],
            isOptional: isOptional ?? false, isNeeded: isIdentity || isNeeded ?? false,
            codes: codes ?? [], children: children ?? [])
    }
}

extension ColumnCode {
    fileprivate init(from entry: (key: String, value: YAMLValue)) {
        self.init(code: entry.key, texts: entry.value.texts()?.compactMap { $0.text() } ?? [])
    }
}

extension ItemColumns {
    fileprivate init?(from value: YAMLValue) {
        guard let mapping = value.mapping() else { return nil }
        let items = mapping.required("items")?.texts()?.itemNames()
        let names = mapping.required("named")?.texts()?.compactMap { $0.text() }
        let missing = mapping.optional("missing")?.texts()?.compactMap { $0.text() }
        mapping.finish()
        guard let items, let names else { return nil }
        self.init(items: items, names: names, missing: missing)
    }
}

extension TotalColumn {
    fileprivate init?(from value: YAMLValue) {
        guard let mapping = value.mapping() else { return nil }
        let names = mapping.required("named")?.texts()?.compactMap { $0.text() }
        let items = mapping.required("items")?.texts()?.itemNames()
        mapping.finish()
        guard let names, let items else { return nil }
        self.init(names: names, items: items)
    }
}

extension AnswerLabel {
    fileprivate init?(from value: YAMLValue) {
        guard let mapping = value.mapping() else { return nil }
        let answer = mapping.required("answer")?.integer(in: -1000...1000)
        let texts = mapping.required("texts")?.texts()?.compactMap { $0.text() }
        let items = mapping.optional("items")?.texts()?.itemNames()
        mapping.finish()
        guard let answer, let texts else { return nil }
        self.init(answer: answer, texts: texts, items: items ?? [])
    }
}

extension YAMLValue {
    /// The value as one word, where it is written so; reports nothing.
    fileprivate var word: String? {
        guard case .scalar(let scalar) = node, node.anchor == nil else { return nil }
        return scalar.string
    }

    /// The value as a list of words; one word stands for a list of itself.
    func texts() -> [YAMLValue]? {
        if case .scalar = node { return [self] }
        return list()
    }
}

extension [YAMLValue] {
    fileprivate func choices<Choice>(_: Choice.Type) -> [Choice]
    where Choice: RawRepresentable<String> & CaseIterable {
        compactMap { $0.choice(Choice.self) }
    }

    /// Names of items, where `sdq1..sdq25` stands for all between.
    fileprivate func itemNames() -> [String] {
        flatMap { value -> [String] in
            guard let text = value.text() else { return [] }
            if let names = ItemSpan.names(text) { return names }
            value.report("takes a name, or a span such as sdq1..sdq25")
            return []
        }
    }
}

/// A span of numbered names, such as `sdq1..sdq25`.
enum ItemSpan {
    /// The names that a text stands for, or nothing when it is no name and no span.
    static func names(_ text: String) -> [String]? {
        guard let dots = text.firstRange(of: "..") else { return [text] }
        let first = numbered(text[..<dots.lowerBound])
        let last = numbered(text[dots.upperBound...])
        guard let first, let last, first.stem == last.stem, first.number <= last.number,
            last.number - first.number < 1000
        else { return nil }
        return (first.number...last.number).map { first.stem + String($0) }
    }

    private static func numbered(_ text: Substring) -> (stem: String, number: Int)? {
        let digits = text.reversed().prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(String(digits.reversed())) else { return nil }
        return (String(text.dropLast(digits.count)), number)
    }
}
