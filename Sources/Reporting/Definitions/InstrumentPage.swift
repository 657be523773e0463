import Basics
import Model
import ReportModel

/// Composes the page of an instrument: licence, items, scales, how they are read, and examples,
/// each number with its source and evidence.
public func instrumentPage(_ instrument: Instrument, in language: Language) -> Report {
    InstrumentPage(instrument, language).report
}

struct InstrumentPage {
    let instrument: Instrument
    let words: DefinitionWords

    init(_ instrument: Instrument, _ language: Language) {
        self.instrument = instrument
        words = DefinitionWords(language)
    }

    var language: Language { words.language }

    func say(_ danish: String, _ english: String) -> String { words.say(danish, english) }

    var report: Report {
        Report(
            title: instrument.title[language],
            subtitle: say("Instrument ", "Instrument ") + instrument.name, language: language,
            blocks: [.list(facts)] + items + editions + scales + cutOffs + changeRules + norms
                + bandSets + examples + words.sources(instrument.sources))
    }

    private var facts: [Prose] {
        var facts = [
            words.fact(say("Navn i filer", "Name in files"), words.codes([instrument.name]))
        ]
        if !instrument.aliases.isEmpty {
            facts.append(
                words.fact(say("Kaldes også", "Also called"), words.codes(instrument.aliases)))
        }
        facts.append(words.fact(say("Udfyldes af", "Filled in by"), informants.prose))
        facts.append(words.fact(say("Handler om", "Is about"), about.prose))
        facts.append(words.fact(say("Licens", "Licence"), instrument.licence[language].prose))
        return facts
    }

    private var informants: String {
        zip(instrument.informants, instrument.informantAges).map { name, ages in
            let title = words.words.informant(name)
            return ages.map { "\(title) (\(words.ages($0)))" } ?? title
        }.joined(separator: ", ")
    }

    private var about: String {
        switch instrument.about {
        case .child: say("barnet", "the child")
        case .parent: say("forælderen", "the parent")
        case .unknown: say("personen", "the person")
        }
    }
}

// Items and forms.
extension InstrumentPage {
    /// Items that take the same answers, in the order of the form.
    private var runs: [[Item]] {
        instrument.items.reduce(into: []) { runs, item in
            if var last = runs.last?.last, !runs.isEmpty {
                last.name = item.name
                if last == item {
                    runs[runs.count - 1].append(item)
                    return
                }
            }
            runs.append([item])
        }
    }

    fileprivate var items: [Block] {
        let rows = runs.map { run in
            Row([
                words.span(run.map(\.name)), .quantity(.count(run.count)),
                answers(run[0]).prose,
                (run[0].isOptional ? say("ja", "yes") : say("nej", "no")).prose,
            ])
        }
        return [
            words.heading(say("Spørgsmål", "Items")),
            .table(
                Table(
                    say("Kolonner og svar", "Columns and answers"),
                    columns: [
                        .rowHeader(say("Kolonner", "Columns")), .figures(say("Antal", "Number")),
                        .text(say("Svar", "Answers")),
                        .text(say("Må mangle i filen", "May be absent")),
                    ], rows: rows,
                    note: say(
                        "Spørgsmålenes ordlyd gemmes ikke.", "The wording of items is not stored."
                    ).prose)),
        ]
    }

    private func answers(_ item: Item) -> String {
        let unit = Int64(instrument.answerUnit)
        let low = words.number(Ratio(Int64(item.lowest), over: unit))
        let high = words.number(Ratio(Int64(item.highest), over: unit))
        var text = "\(low)–\(high)"
        if item.step > 1 { text += say(" i trin af ", " in steps of ") + "\(item.step)" }
        if unit > 1 { text += say(" med én decimal", " to one decimal") }
        if item.isOpenEnded {
            text += say("; en indsats kan have flere", "; a programme may have more")
        }
        if let empty = item.whenEmpty { text += say("; tomt er ", "; blank is ") + "\(empty)" }
        return text
    }

    fileprivate var editions: [Block] {
        let rows = instrument.editions.flatMap { edition in
            edition.forms.isEmpty ? [row(edition)] : edition.forms.map { row(edition, $0) }
        }
        guard rows.count > 1 else { return [] }
        return [
            words.heading(say("Udgaver og skemaer", "Editions and forms")),
            .table(
                Table(
                    say("Hvad der gælder for hvem", "Which form is for whom"),
                    columns: [
                        .rowHeader(say("Udgave", "Edition")), .text(say("Skema", "Form")),
                        .text(say("Alder", "Age")), .text(say("Særligt", "Particulars")),
                    ] + words.sourceColumns, rows: rows)),
        ]
    }

    private func row(_ edition: Edition) -> Row {
        let assumed = edition.assumed.map {
            say("antages for ", "assumed for ")
                + words.words.informant(instrument.informants[$0.informant]) + ", "
                + words.ages($0.ages)
        }
        return Row([
            words.codes([edition.name]), "".prose, "".prose, (assumed ?? "").prose, "".prose,
            "".prose,
        ])
    }

    private func row(_ edition: Edition, _ form: Form) -> Row {
        var notes: [String] = []
        if let items = form.scoredItems { notes.append("\(items) " + say("spørgsmål", "items")) }
        if let omitted = form.mostOmitted {
            notes.append(say("højst \(omitted) ubesvarede", "at most \(omitted) left blank"))
        }
        return Row(
            [
                words.codes([edition.name]), form.name.prose, words.ages(form.ages).prose,
                notes.joined(separator: ", ").prose,
            ] + words.cells(form.basis))
    }
}
