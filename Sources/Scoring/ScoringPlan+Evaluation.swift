import Model

/// The answers of one row, counted and added up.
private struct Tallied {
    /// In answer units.
    var sum = 0
    var answered = 0
    /// How many parts the form scores.
    var asked = 0
}

extension ScoringPlan {
    /// Works out every scale of an edition for one row's answers.
    ///
    /// `outcomes` has a place for each scale of the instrument; only the edition's are written,
    /// in their declared order, so that a scale finds those it is made of.
    func evaluate(
        _ answers: UnsafePointer<Int16>, _ row: RowContext,
        into outcomes: UnsafeMutablePointer<Outcome>
    ) {
        let form = row.form < 0 ? nil : forms + editions[row.edition].firstForm + row.form
        for scale in scales(of: row.edition) {
            let recipe = recipes + scale * variants + row.informant
            outcomes[scale] =
                recipe.pointee.areScales
                ? combine(recipe, outcomes, answers) : score(recipe, answers, form)
        }
    }

    // MARK: Scales of answers

    @inline(__always)
    private func score(
        _ recipe: UnsafePointer<Recipe>, _ answers: UnsafePointer<Int16>,
        _ form: UnsafePointer<FormPlan>?
    ) -> Outcome {
        var tallied = Tallied(
            asked: min(recipe.pointee.count, form?.pointee.scoredItems ?? Int.max))
        if recipe.pointee.spanCount > 0, tallied.asked == recipe.pointee.count {
            addSpans(recipe, answers, to: &tallied)
        } else if recipe.pointee.recode >= 0 {
            addRecoded(recipe, answers, to: &tallied)
        } else {
            add(recipe, answers, to: &tallied)
        }
        if recipe.pointee.markPoints != 0 { addMarks(recipe, answers, to: &tallied) }
        if recipe.pointee.total >= 0, let outcome = total(recipe, answers, tallied) {
            return outcome
        }
        if recipe.pointee.elseTotal >= 0, let outcome = given(recipe, answers, tallied.answered) {
            return outcome
        }
        if recipe.pointee.gate >= 0, answers[recipe.pointee.gate] == recipe.pointee.gateAnswer {
            return Outcome(
                numerator: recipe.pointee.gateScore, denominator: 1, answered: tallied.answered)
        }
        return complete(recipe, tallied, form)
    }

    private func add(
        _ recipe: UnsafePointer<Recipe>, _ answers: UnsafePointer<Int16>, to tallied: inout Tallied
    ) {
        let parts = parts + recipe.pointee.first
        let highest = recipe.pointee.highestAnswer
        for index in 0..<tallied.asked {
            let part = parts[index]
            let answer = answers[Int(part.index)]
            guard answer != AssessmentBatch.missing, answer <= highest else { continue }
            tallied.sum += Int(part.offset &+ part.sign &* Int32(answer))
            tallied.answered += 1
        }
    }

    /// Adds up the items of whole spans, eight at a time.
    @inline(__always)
    private func addSpans(
        _ recipe: UnsafePointer<Recipe>, _ answers: UnsafePointer<Int16>, to tallied: inout Tallied
    ) {
        let row = UnsafeRawPointer(answers + recipe.pointee.firstItem)
        let spans = spans + recipe.pointee.firstSpan
        var sum = ItemSpan.Numbers()
        var answered = ItemSpan.Numbers()
        for index in 0..<recipe.pointee.spanCount {
            let span = spans[index]
            let given = row.loadUnaligned(
                fromByteOffset: index * ItemSpan.bytes, as: ItemSpan.Numbers.self)
            let isMissing = given .== ItemSpan.Numbers(repeating: AssessmentBatch.missing)
            sum &+= (given &* span.signs &+ span.offsets).replacing(with: 0, where: isMissing)
            answered &+= span.counts.replacing(with: 0, where: isMissing)
        }
        tallied.sum = Int(sum.wrappedSum())
        tallied.answered = Int(answered.wrappedSum())
    }

    private func addRecoded(
        _ recipe: UnsafePointer<Recipe>, _ answers: UnsafePointer<Int16>, to tallied: inout Tallied
    ) {
        let parts = parts + recipe.pointee.first
        let values = recodes + recipe.pointee.recode
        let highest = recipe.pointee.highestAnswer
        for index in 0..<tallied.asked {
            let part = parts[index]
            let answer = answers[Int(part.index)]
            guard answer != AssessmentBatch.missing, answer <= highest else { continue }
            let place = Int(part.offset + part.sign * Int32(answer))
            precondition(
                place >= 0 && place < recipe.pointee.recodeCount,
                "answer \(place) of \(recipe.pointee.recodeCount) to be recoded")
            tallied.sum += values[place]
            tallied.answered += 1
        }
    }

    private func addMarks(
        _ recipe: UnsafePointer<Recipe>, _ answers: UnsafePointer<Int16>, to tallied: inout Tallied
    ) {
        let marks = marks + recipe.pointee.firstMark
        for index in 0..<tallied.asked {
            let mark = answers[marks[index]]
            if mark != AssessmentBatch.missing {
                tallied.sum += recipe.pointee.markPoints * Int(mark)
            }
        }
    }

    /// The total that the row gives instead of its parts, or nothing where it gives none.
    private func total(
        _ recipe: UnsafePointer<Recipe>, _ answers: UnsafePointer<Int16>, _ tallied: Tallied
    ) -> Outcome? {
        let total = answers[recipe.pointee.total]
        guard total != AssessmentBatch.missing else { return nil }
        guard tallied.answered == 0 else {
            return Outcome(answered: tallied.answered, reason: .totalAndParts)
        }
        return Outcome(numerator: Int(total), denominator: unit)
    }

    /// The score that the row gives where it answers no part, or nothing where it gives none.
    private func given(
        _ recipe: UnsafePointer<Recipe>, _ answers: UnsafePointer<Int16>, _ answered: Int
    ) -> Outcome? {
        let total = answers[recipe.pointee.elseTotal]
        guard answered == 0, total != AssessmentBatch.missing else { return nil }
        return Outcome(numerator: Int(total), denominator: unit)
    }

    @inline(__always)
    private func complete(
        _ recipe: UnsafePointer<Recipe>, _ tallied: Tallied, _ form: UnsafePointer<FormPlan>?
    ) -> Outcome {
        var outcome = Outcome(
            numerator: tallied.sum * recipe.pointee.times, answered: tallied.answered)
        let isWhole = tallied.answered == tallied.asked
        switch recipe.pointee.completion {
        case .allRequired:
            guard isWhole else { break }
            outcome.denominator = recipe.pointee.isMean ? unit * tallied.asked : unit
        case .prorateHalfUp(let least):
            guard tallied.answered >= least else { break }
            outcome.isProrated = !isWhole
            outcome.round(count: tallied.asked, unit: unit)
        case .prorateExact(let least):
            guard tallied.answered >= least else { break }
            outcome.isProrated = !isWhole
            outcome.numerator *= tallied.asked
            outcome.denominator = unit * tallied.answered
        case .answered(let least):
            guard tallied.answered >= least else { break }
            outcome.isProrated = tallied.answered < recipe.pointee.present
            outcome.denominator = unit * tallied.answered
        case .adjust(let omitted, let near):
            guard let form = form?.pointee else { break }
            outcome.adjust(tallied, form, from: omitted, near: near, unit: unit)
        }
        return outcome
    }

    // MARK: Scales of scales

    private func combine(
        _ recipe: UnsafePointer<Recipe>, _ outcomes: UnsafePointer<Outcome>,
        _ answers: UnsafePointer<Int16>
    ) -> Outcome {
        let parts = parts + recipe.pointee.first
        var whole = Outcome(numerator: 0, denominator: 1)
        for index in 0..<recipe.pointee.count {
            let part = outcomes[Int(parts[index].index)]
            whole.answered += part.answered
            whole.isProrated = whole.isProrated || part.isProrated
            guard part.denominator != 0, whole.denominator != 0 else {
                if part.denominator == 0 { whole.reason = part.reason }
                whole.denominator = 0
                continue
            }
            whole.add(part)
        }
        if recipe.pointee.elseTotal >= 0, let outcome = given(recipe, answers, whole.answered) {
            return outcome
        }
        whole.numerator *= recipe.pointee.times
        if recipe.pointee.isMean { whole.denominator *= recipe.pointee.count }
        return whole
    }
}

extension Outcome {
    /// Makes the sum of some answers that of all: count × mean, rounded half up.
    ///
    /// Half up is ⌊½ + count · sum / answered⌋; 4 answers of 2 points for 5 items make 2.5,
    /// which is 3 (Youthinmind 2014, Scoring the SDQ for age 4–17; banker's rounding gives 2).
    fileprivate mutating func round(count: Int, unit: Int) {
        let answeredUnits = answered * unit
        numerator = (2 * count * numerator + answeredUnits) / (2 * answeredUnits)
        denominator = 1
    }

    /// Gives the total as it is or, where omissions call for it, total + (total ÷ answered) ×
    /// omitted = total × asked ÷ answered; nothing beyond the form's limit of omissions.
    fileprivate mutating func adjust(
        _ tallied: Tallied, _ form: FormPlan, from least: Int, near: Int, unit: Int
    ) {
        let omitted = tallied.asked - tallied.answered
        guard omitted <= form.mostOmitted, tallied.answered > 0 else { return }
        denominator = unit
        guard omitted >= least, isNear(form.cutOff, by: near) else { return }
        isProrated = true
        numerator *= tallied.asked
        denominator *= tallied.answered
    }

    /// Whether the total lies so near the cut-off; any is near `Int.max`, none a missing one.
    private func isNear(_ cutOff: Int, by points: Int) -> Bool {
        points == Int.max || (cutOff >= 0 && abs(numerator - cutOff) <= points)
    }

    /// Adds a score, exactly.
    fileprivate mutating func add(_ other: Outcome) {
        if denominator == other.denominator {
            numerator += other.numerator
        } else {
            numerator = numerator * other.denominator + other.numerator * denominator
            denominator *= other.denominator
        }
    }
}
