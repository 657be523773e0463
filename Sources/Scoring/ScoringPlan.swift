import Basics
import Model

/// An instrument made ready for scoring many rows: flat tables that never change.
///
/// The tables stand in plain memory because a Swift array costs a retain and a bounds check for
/// every answer; nothing writes to them after `init`, so many workers may read them at once.
final class ScoringPlan: @unchecked Sendable {
    let scaleCount: Int
    /// The number of informants and one more, for rows without one.
    let variants: Int
    let unit: Int
    let editions: [EditionPlan]
    let informantAges: [AgeSpan?]
    let scaleAges: [AgeSpan?]
    /// Recipes by scale and, within it, by informant; the last is for rows without one.
    let recipes: UnsafeMutablePointer<Recipe>
    let parts: UnsafeMutablePointer<Part>
    let recodes: UnsafeMutablePointer<Int>
    let marks: UnsafeMutablePointer<Int>

    init(_ instrument: Instrument, present: [Bool]) {
        scaleCount = instrument.scales.count
        variants = instrument.informants.count + 1
        unit = instrument.answerUnit
        editions = instrument.editions.indices.map { EditionPlan(instrument, edition: $0) }
        informantAges = instrument.informantAges.map { $0.map { AgeSpan($0) } }
        scaleAges = instrument.scales.map { $0.ages.map { AgeSpan($0) } }
        var tables = PlanTables(instrument: instrument, present: present)
        for scale in instrument.scales {
            for informant in instrument.informants.indices {
                tables.add(scale.rule, informant: informant)
            }
            tables.add(scale.rule, informant: nil)
        }
        recipes = copied(tables.recipes)
        parts = copied(tables.parts)
        recodes = copied(tables.recodes)
        marks = copied(tables.marks)
    }

    deinit {
        recipes.deallocate()
        parts.deallocate()
        recodes.deallocate()
        marks.deallocate()
    }
}

/// Copies a table of plain values into memory of its own.
private func copied<Element>(_ table: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, table.count))
    memory.initialize(from: table, count: table.count)
    return memory
}

/// One edition made ready: its scales and its forms.
struct EditionPlan {
    let scales: [Int]
    let forms: [FormPlan]
    let hasIntervals: Bool
    let correctsForPrematurity: Bool
    let assumed: (informant: Int, ages: AgeSpan)?

    init(_ instrument: Instrument, edition index: Int) {
        let edition = instrument.editions[index]
        scales = instrument.scales.indices.filter {
            instrument.scales[$0].editions.contains(index)
        }
        let cutOffs = scales.first.map { instrument.scales[$0].cutOffs } ?? []
        forms = edition.forms.indices.map { form in
            FormPlan(
                edition.forms[form], cutOff: cutOffs.first(for: ScoreContext(form: form))?.value,
                unit: instrument.answerUnit)
        }
        hasIntervals = edition.forms.contains { $0.interval != nil }
        correctsForPrematurity = edition.correctsForPrematurity
        assumed = edition.assumed.map { ($0.informant, AgeSpan($0.ages)) }
    }
}

/// One form made ready.
struct FormPlan {
    let ages: AgeSpan
    let interval: Int?
    let scoredItems: Int
    let mostOmitted: Int
    /// The cut-off in answer units, where there is one.
    let cutOff: Int?

    init(_ form: Form, cutOff: CutOff?, unit: Int) {
        ages = AgeSpan(form.ages)
        interval = form.interval
        scoredItems = form.scoredItems ?? Int.max
        mostOmitted = form.mostOmitted ?? Int.max
        self.cutOff = cutOff.map {
            Int($0.value.numerator) * unit / Int($0.value.denominator)
        }
    }
}
