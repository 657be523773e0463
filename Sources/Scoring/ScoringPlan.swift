import Basics
import Model

/// An instrument made ready for scoring many rows: flat tables that never change.
///
/// The tables stand in plain memory because a Swift array costs a retain and a bounds check for
/// every answer; nothing writes to them after `init`, so many workers may read them at once.
final class ScoringPlan: @unchecked Sendable {
    let scaleCount: Int
    let editionCount: Int
    /// The number of informants and one more, for rows without one.
    let variants: Int
    let unit: Int
    /// Whether the age decides which form of an edition a row is of.
    let hasForms: Bool
    /// Whether the file has each item's column, where a rule depends on it; else empty.
    let present: [Bool]
    let editions: UnsafeMutablePointer<EditionPlan>
    let forms: UnsafeMutablePointer<FormPlan>
    /// The scales of each edition, one edition after the other.
    let scales: UnsafeMutablePointer<Int>
    /// Ages at which each informant may answer; any for rows without one.
    let informantAges: UnsafeMutablePointer<AgeSpan>
    /// Ages at which each scale may be scored.
    let scaleAges: UnsafeMutablePointer<AgeSpan>
    /// Recipes by scale and, within it, by informant; the last is for rows without one.
    let recipes: UnsafeMutablePointer<Recipe>
    let parts: UnsafeMutablePointer<Part>
    let spans: UnsafeMutablePointer<ItemSpan>
    let recodes: UnsafeMutablePointer<Int>
    let marks: UnsafeMutablePointer<Int>

    init(_ instrument: Instrument, present: [Bool]) {
        scaleCount = instrument.scales.count
        editionCount = instrument.editions.count
        variants = instrument.informants.count + 1
        unit = instrument.answerUnit
        hasForms = instrument.editions.contains { !$0.forms.isEmpty }
        self.present = instrument.scales.contains { $0.rule.asksForShare } ? present : []
        let tables = PlanTables(instrument: instrument, present: present)
        editions = copied(tables.editions)
        forms = copied(tables.forms)
        scales = copied(tables.scales)
        informantAges = copied(
            (instrument.informantAges + [nil]).map { $0.map { AgeSpan($0) } ?? .any })
        scaleAges = copied(instrument.scales.map { $0.ages.map { AgeSpan($0) } ?? .any })
        recipes = copied(tables.recipes)
        parts = copied(tables.parts)
        spans = copied(tables.spans)
        recodes = copied(tables.recodes)
        marks = copied(tables.marks)
    }

    deinit {
        editions.deallocate()
        forms.deallocate()
        scales.deallocate()
        informantAges.deallocate()
        scaleAges.deallocate()
        recipes.deallocate()
        parts.deallocate()
        spans.deallocate()
        recodes.deallocate()
        marks.deallocate()
    }

    /// The scales of an edition, in their declared order.
    func scales(of edition: Int) -> UnsafeBufferPointer<Int> {
        let plan = editions[edition]
        return UnsafeBufferPointer(start: scales + plan.firstScale, count: plan.scaleCount)
    }
}

/// Copies a table of plain values into memory of its own.
private func copied<Element>(_ table: [Element]) -> UnsafeMutablePointer<Element> {
    let memory = UnsafeMutablePointer<Element>.allocate(capacity: max(1, table.count))
    memory.initialize(from: table, count: table.count)
    return memory
}

extension ScoringRule {
    /// Whether the rule asks for a share of the parts that a file has.
    fileprivate var asksForShare: Bool {
        if case .meanOfAnsweredShare = missing { return true }
        return false
    }
}

/// One edition made ready: where its scales and forms stand in the plan's tables.
struct EditionPlan {
    var firstScale: Int
    var scaleCount: Int
    var firstForm: Int
    var formCount: Int
    var hasIntervals: Bool
    var correctsForPrematurity: Bool
    /// The informant from whom the edition may be assumed, or -1.
    var assumedInformant: Int
    var assumedAges: AgeSpan
}

/// One form made ready.
struct FormPlan {
    let ages: AgeSpan
    /// In months, or -1.
    let interval: Int
    let scoredItems: Int
    let mostOmitted: Int
    /// The cut-off in answer units, or -1.
    let cutOff: Int

    init(_ form: Form, cutOff: CutOff?, unit: Int) {
        ages = AgeSpan(form.ages)
        interval = form.interval ?? -1
        scoredItems = form.scoredItems ?? Int.max
        mostOmitted = form.mostOmitted ?? Int.max
        self.cutOff =
            cutOff.map { Int($0.value.numerator) * unit / Int($0.value.denominator) } ?? -1
    }
}
