import Basics
import Model

/// The tables of a plan while they are being filled.
struct PlanTables {
    let instrument: Instrument
    /// Whether the file has each item's column.
    let present: [Bool]
    private(set) var editions: [EditionPlan] = []
    private(set) var forms: [FormPlan] = []
    private(set) var scales: [Int] = []
    private(set) var recipes: [Recipe] = []
    private(set) var parts: [Part] = []
    private(set) var spans: [ItemSpan] = []
    private(set) var recodes: [Int] = []
    private(set) var marks: [Int] = []

    init(instrument: Instrument, present: [Bool]) {
        self.instrument = instrument
        self.present = present
        for edition in instrument.editions.indices { add(edition: edition) }
        for scale in instrument.scales {
            for informant in instrument.informants.indices { add(scale.rule, informant: informant) }
            add(scale.rule, informant: nil)
        }
    }

    private mutating func add(edition index: Int) {
        let edition = instrument.editions[index]
        let given = instrument.scales.indices.filter {
            instrument.scales[$0].editions.contains(index)
        }
        editions.append(
            EditionPlan(
                firstScale: scales.count, scaleCount: given.count, firstForm: forms.count,
                formCount: edition.forms.count,
                hasIntervals: edition.forms.contains { $0.interval != nil },
                correctsForPrematurity: edition.correctsForPrematurity,
                assumedInformant: edition.assumed?.informant ?? -1,
                assumedAges: edition.assumed.map { AgeSpan($0.ages) } ?? .any))
        scales += given
        let cutOffs = given.first.map { instrument.scales[$0].cutOffs } ?? []
        for (form, declared) in edition.forms.enumerated() {
            let cutOff = cutOffs.first(for: ScoreContext(form: form))?.value
            forms.append(FormPlan(declared, cutOff: cutOff, unit: instrument.answerUnit))
        }
    }

    /// Adds the recipe of a rule for an informant.
    private mutating func add(_ rule: ScoringRule, informant: Int?) {
        var recipe = Recipe()
        addParts(informant.flatMap { rule.partsByInformant[$0] } ?? rule.parts, rule, &recipe)
        recipe.isMean = rule.combine == .mean
        recipe.completion = completion(of: rule, recipe)
        recipe.times = rule.times
        recipe.highestAnswer = rule.highestAnswer ?? Int16.max
        recipe.total = rule.orTotal ?? -1
        recipe.elseTotal = rule.elseTotal ?? -1
        addRecode(rule, &recipe)
        addGate(rule, &recipe)
        addMarks(rule, &recipe)
        addSpans(&recipe)
        recipes.append(recipe)
    }

    private mutating func addParts(
        _ declared: ScoringRule.Parts, _ rule: ScoringRule, _ recipe: inout Recipe
    ) {
        recipe.first = parts.count
        switch declared {
        case .items(let items):
            parts += items.map { part($0, rule) }
            recipe.present = items.count { present[$0] }
        case .scales(let scales):
            recipe.areScales = true
            parts += scales.map { Part(index: Int32($0), offset: 0, sign: 1) }
            recipe.present = scales.count
        }
        recipe.count = parts.count - recipe.first
    }

    /// Covers the parts of a recipe with spans, where it adds up answers as they are.
    private mutating func addSpans(_ recipe: inout Recipe) {
        let parts = parts[recipe.first..<(recipe.first + recipe.count)]
        guard !recipe.areScales, recipe.recode < 0, recipe.highestAnswer == Int16.max,
            let first = parts.map(\.index).min()
        else { return }
        let covering = ItemSpan.covering(parts, of: instrument.items)
        recipe.firstItem = Int(first)
        recipe.firstSpan = spans.count
        recipe.spanCount = covering.count
        spans += covering
    }

    /// Reversed, an answer counts lowest + highest − answer.
    private func part(_ index: Int, _ rule: ScoringRule) -> Part {
        let item = instrument.items[index]
        let isReversed = rule.reversed.contains(index)
        var part = Part(index: Int32(index), offset: 0, sign: isReversed ? -1 : 1)
        let (lowest, highest) = (Int32(item.lowest), Int32(item.highest))
        if rule.recode.isEmpty {
            part.offset = isReversed ? lowest + highest : 0
        } else {
            part.offset = isReversed ? highest : -lowest
        }
        return part
    }

    private func completion(of rule: ScoringRule, _ recipe: Recipe) -> Recipe.Completion {
        switch rule.missing {
        case .allRequired: return .allRequired
        case .prorateHalfUp(let least): return .prorateHalfUp(atLeast: least)
        case .prorateExact(let least): return .prorateExact(atLeast: least)
        case .meanOfAnswered(let least): return .answered(atLeast: least)
        case .meanOfAnsweredShare(let share):
            let needed = Int(share.numerator) * recipe.present
            let least = (needed + Int(share.denominator) - 1) / Int(share.denominator)
            return .answered(atLeast: max(1, least))
        case .adjustForOmissions(let adjustment):
            let near = adjustment.nearCutOff.map { $0 * instrument.answerUnit } ?? Int.max
            return .adjust(omitted: adjustment.omitted, nearCutOff: near)
        }
    }

    private mutating func addRecode(_ rule: ScoringRule, _ recipe: inout Recipe) {
        guard !rule.recode.isEmpty else { return }
        recipe.recode = recodes.count
        recipe.recodeCount = rule.recode.count
        recodes += rule.recode.map { Int($0) }
    }

    private func addGate(_ rule: ScoringRule, _ recipe: inout Recipe) {
        guard let gate = rule.gate else { return }
        recipe.gate = gate.item
        recipe.gateAnswer = gate.answer
        recipe.gateScore = Int(gate.score)
    }

    private mutating func addMarks(_ rule: ScoringRule, _ recipe: inout Recipe) {
        guard let declared = rule.marks else { return }
        recipe.firstMark = marks.count
        recipe.markPoints = declared.points * instrument.answerUnit
        marks += declared.items
    }
}
