import Basics
import Model
import ReportModel

/// How declared numbers, keys and evidence are said on the pages of definitions.
struct DefinitionWords: Sendable {
    let words: Words

    init(_ language: Language) {
        words = Words(language: language)
    }

    var language: Language { words.language }

    /// The wording of the page's language.
    func say(_ danish: String, _ english: String) -> String { words.say(danish, english) }

    /// A declared number as it was declared, with at most six decimals.
    func number(_ ratio: Ratio) -> String {
        var text = RoundedDecimal(ratio.value, decimals: ratio.denominator == 1 ? 0 : 6).plain
        if text.contains(".") {
            while text.last == "0" { text.removeLast() }
            if text.last == "." { text.removeLast() }
        }
        return language == .danish ? text.replacing(".", with: ",") : text
    }

    /// A span of ages: `11–17 years`, `18 and over`.
    func ages(_ ages: AgeRange) -> String {
        let unit = ages.unit == .years ? say("år", "years") : say("måneder", "months")
        guard let through = ages.through else {
            let isEnglishYears = ages.unit == .years && language == .english
            return "\(ages.from)" + (isEnglishYears ? "" : " \(unit)")
                + say(" og derover", " and over")
        }
        return ages.from == through ? "\(through) \(unit)" : "\(ages.from)–\(through) \(unit)"
    }

    /// An age version of an edition: `form 4–17`, `12-month form`.
    private func form(_ form: Form) -> String {
        if let interval = form.interval {
            return say("\(interval)-måneders skema", "\(interval)-month form")
        }
        let isSpan = form.name.allSatisfy { $0.isNumber || $0 == "-" }
        return say("skema ", "form ") + (isSpan ? form.name.replacing("-", with: "–") : form.name)
    }

    /// Whom a number applies to: `parent, form 4–17, girl`.
    func key(_ key: ScoreKey, in instrument: Instrument, edition: Int) -> String {
        let forms = instrument.editions[edition].forms
        var parts: [String] = []
        if let informant = key.informant {
            parts.append(words.informant(instrument.informants[informant]))
        }
        if let form = key.form, forms.indices.contains(form) {
            parts.append(self.form(forms[form]))
        }
        if let ages = key.ages { parts.append(self.ages(ages)) }
        if let sex = key.sex {
            parts.append(sex == "girl" ? say("piger", "girls") : say("drenge", "boys"))
        }
        return parts.isEmpty ? say("alle", "all") : parts.joined(separator: ", ")
    }

    /// How sure a number is, and who confirmed it.
    func evidence(_ evidence: Evidence, confirmedBy: String? = nil) -> String {
        if let confirmedBy { return say("bekræftet af ", "confirmed by ") + confirmedBy }
        return evidence == .confirmed
            ? say("bekræftet", "confirmed") : say("foreløbig", "provisional")
    }

    /// Where a statement in a definition comes from.
    func reading(_ reading: Reading) -> String {
        reading == .source
            ? say("indsatsens beskrivelse", "the programme's description")
            : say("vores læsning", "our reading")
    }

    /// The columns that say where a number comes from.
    var sourceColumns: [Column] {
        [.text(say("Kilde", "Source")), .text(say("Status", "Evidence"))]
    }

    /// The cells of those columns.
    func cells<Value>(_ sourced: Sourced<Value>) -> [Prose] {
        [sourced.source.prose, evidence(sourced.evidence, confirmedBy: sourced.confirmedBy).prose]
    }

    /// The same for the plain facts of a declaration.
    func cells(_ basis: Basis?) -> [Prose] {
        guard let basis else { return ["".prose, "".prose] }
        return [basis.source.prose, evidence(basis.evidence).prose]
    }

    /// Names as code, with the first and last of a long run: `sdq1 … sdq25`.
    func span(_ names: [String]) -> Prose {
        guard names.count > 6, let first = names.first, let last = names.last else {
            return codes(names)
        }
        return [.code(first), .text(" … "), .code(last)]
    }

    /// Names as code, separated by commas.
    func codes(_ names: [String]) -> Prose {
        Prose(
            names.enumerated().flatMap { index, name -> [Inline] in
                index == 0 ? [.code(name)] : [.text(", "), .code(name)]
            })
    }

    /// The publications that a definition cites.
    func sources(_ notes: [SourceNote]) -> [Block] {
        guard !notes.isEmpty else { return [] }
        return [
            heading(say("Kilder", "Sources")),
            .list(notes.map { Prose([.code($0.key), .text(": " + $0.citation)]) }),
        ]
    }

    /// A heading of level 2.
    func heading(_ text: String) -> Block { .heading(level: 2, text.prose) }

    /// A label before what it names.
    func fact(_ label: String, _ value: Prose) -> Prose {
        Prose([.strong(label.prose), .text(": ")]) + value
    }
}
