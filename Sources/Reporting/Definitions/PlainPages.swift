import Basics
import Model
import ReportModel

/// Composes the page of an intake: how files are written, and their columns.
public func intakePage(_ intake: IntakeLayout, in language: Language) -> Report {
    let words = DefinitionWords(language)
    let facts = [
        words.fact(words.say("Tegnsæt", "Encoding"), intake.encoding.rawValue.prose),
        words.fact(words.say("Skilletegn", "Separator"), intake.delimiter.rawValue.prose),
        words.fact(words.say("Decimaltegn", "Decimal mark"), intake.decimalMark.rawValue.prose),
        words.fact(
            words.say("Datoer", "Dates"),
            intake.dates.map(\.rawValue).joined(separator: ", ").prose),
        words.fact(
            words.say("Koder for manglende", "Codes for missing"),
            intake.missing.isEmpty
                ? words.say("kun tomme celler", "blank cells only").prose
                : words.codes(intake.missing)),
    ]
    return Report(
        title: intake.title[language],
        subtitle: words.say("Indlæsning ", "Intake ") + intake.name, language: language,
        blocks: [.list(facts)] + intake.files.flatMap { fileBlocks($0, words) })
}

private func fileBlocks(_ file: IntakeFile, _ words: DefinitionWords) -> [Block] {
    var holds = file.name
    if case .assessments(let instrument) = file.kind { holds = "instrument " + instrument }
    let rows = file.columns.map { column in
        Row([
            words.codes(column.names), column.role.rawValue.prose,
            (column.isOptional ? words.say("ja", "yes") : words.say("nej", "no")).prose,
        ])
    }
    return [
        words.heading(file.name),
        .paragraph(
            words.fact(words.say("Filer", "Files"), words.codes(file.patterns))
                + " · \(holds)".prose),
    ] + shapes(file, words) + [
        .table(
            Table(
                words.say("Kolonner", "Columns"),
                columns: [
                    .rowHeader(words.say("Kolonne", "Column")),
                    .text(words.say("Er", "Is")), .text(words.say("Må mangle", "May be absent")),
                ], rows: rows))
    ]
}

/// What is unlike one form a row with points in a file of its own, if anything.
private func shapes(_ file: IntakeFile, _ words: DefinitionWords) -> [Block] {
    var facts: [Prose] = []
    switch file.sheet {
    case .position(let position):
        facts.append(
            words.fact(words.say("Ark i regneark", "Sheet of a workbook"), "\(position)".prose))
    case .named(let name):
        facts.append(
            words.fact(words.say("Ark i regneark", "Sheet of a workbook"), words.codes([name])))
    case nil: break
    }
    if let texts = file.answerTexts, !texts.files.isEmpty {
        facts.append(
            words.fact(words.say("Svartekster i", "Answer texts in"), words.codes(texts.files)))
    }
    if let events = file.events {
        facts.append(
            words.fact(
                words.say("Målinger i hver række", "Measurements of a row"),
                words.codes(events.names)))
        facts.append(
            words.fact(
                words.say("Navne på deres kolonner", "Names of their columns"),
                words.codes(events.patterns)))
    }
    return facts.isEmpty ? [] : [.list(facts)]
}

/// Composes the page of a pipeline: what it reads, uses and writes.
public func pipelinePage(_ pipeline: Pipeline, in language: Language) -> Report {
    let words = DefinitionWords(language)
    let places = pipeline.places
    let rules = pipeline.smallNumbers
    return Report(
        title: pipeline.title[language],
        subtitle: words.say("Pipeline ", "Pipeline ") + pipeline.name, language: language,
        blocks: [
            .list([
                words.fact(words.say("Periode", "Period"), pipeline.period.rawValue.prose),
                words.fact(words.say("Læser", "Reads"), words.codes([places.input])),
                words.fact(
                    words.say("Skriver", "Writes"),
                    words.codes([places.output, places.privateOutput])),
                words.fact(words.say("Indlæsning", "Intake"), words.codes([pipeline.intake])),
                words.fact(
                    words.say("Instrumenter", "Instruments"), words.codes(pipeline.instruments)),
                words.fact(words.say("Indsatser", "Programmes"), words.codes(pipeline.programmes)),
                words.fact(words.say("Budgetter", "Budgets"), words.codes(pipeline.budgets)),
                words.fact(words.say("Rapport", "Report"), words.codes([pipeline.report])),
                words.fact(
                    words.say("Små tal", "Small numbers"),
                    words.say(
                        "grupper under \(rules.threshold) skjules (\(rules.method.rawValue))",
                        "groups under \(rules.threshold) are hidden (\(rules.method.rawValue))"
                    ).prose),
            ])
        ])
}

/// Composes the page of a report layout: its pages and their sections.
public func layoutPage(_ layout: ReportLayout, in language: Language) -> Report {
    let words = DefinitionWords(language)
    return Report(
        title: layout.title[language],
        subtitle: words.say("Rapport ", "Report ") + layout.name, language: language,
        blocks: layout.pages.flatMap { page -> [Block] in
            [
                words.heading(page.title[language]),
                .paragraph(words.codes([page.name]) + " (\(page.scope.rawValue))".prose),
                .list(page.sections.map { words.codes([$0.kind]) }, isOrdered: true),
            ]
        })
}
