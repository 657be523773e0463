import Model

/// What the plan makes of a row's edition, form, informant and age.
struct RowContext {
    /// Index among the editions.
    var edition = 0
    /// Index among the edition's forms, or -1.
    var form = -1
    /// Index among the informants; one beyond the last where it is not known.
    var informant = 0
    var age: Age?
    /// Why the whole row has no score, if it has none.
    var reason: UnscoredReason?
}

extension ScoringPlan {
    /// Resolves a row's informant, edition and form, and says if its age forbids a score.
    func resolve(_ batch: AssessmentBatch, row: Int) -> RowContext {
        var context = RowContext()
        context.informant = informant(of: batch.informants[row])
        let birth = batch.birthDates[row]
        if birth != AssessmentBatch.none {
            if batch.dates[row] < birth { context.reason = .beforeBirth }
            context.age = Age(birth: birth, date: batch.dates[row])
        }
        context.edition = edition(of: batch.editions[row], context)
        resolveForm(of: batch, row: row, &context)
        return context
    }

    /// An instrument with one informant needs no column for it.
    private func informant(of code: UInt8) -> Int {
        if code == AssessmentBatch.noCode { return variants == 2 ? 0 : variants - 1 }
        precondition(code < variants - 1, "informant \(code) of \(variants - 1)")
        return Int(code)
    }

    /// The edition that the row names, one that may be assumed, or the first.
    private func edition(of code: UInt8, _ context: RowContext) -> Int {
        if code != AssessmentBatch.noCode {
            precondition(code < editionCount, "edition \(code) of \(editionCount)")
            return Int(code)
        }
        guard let age = context.age else { return 0 }
        for index in 0..<editionCount where editions[index].assumedInformant >= 0 {
            let edition = editions[index]
            if edition.assumedInformant == context.informant, edition.assumedAges.contains(age) {
                return index
            }
        }
        return 0
    }

    private func resolveForm(of batch: AssessmentBatch, row: Int, _ context: inout RowContext) {
        guard context.reason == nil else { return }
        if let age = context.age, !informantAges[context.informant].contains(age) {
            context.reason = .ageOutside
            return
        }
        let edition = editions[context.edition]
        guard edition.formCount > 0 else { return }
        guard var age = context.age else {
            if !edition.hasIntervals, batch.assumedForms.indices.contains(context.edition),
                let form = batch.assumedForms[context.edition]
            {
                context.form = form
            } else {
                context.reason = .noBirthDate
            }
            return
        }
        if edition.correctsForPrematurity {
            age = age.corrected(gestationWeeks: batch.gestationWeeks[row])
        }
        if edition.hasIntervals {
            resolveInterval(batch.intervals[row], of: edition, at: age, &context)
        } else if let form = form(of: edition, where: { $0.ages.contains(age) }) {
            context.form = form
        } else {
            context.reason = .ageOutside
        }
    }

    /// The form of the interval that the row names, if the child's age fits it.
    private func resolveInterval(
        _ interval: Int32, of edition: EditionPlan, at age: Age, _ context: inout RowContext
    ) {
        guard interval != AssessmentBatch.none else {
            context.reason = .intervalMissing
            return
        }
        guard let form = form(of: edition, where: { $0.interval == Int(interval) }),
            forms[edition.firstForm + form].ages.contains(age)
        else {
            context.reason = .intervalMismatch
            return
        }
        context.form = form
    }

    @inline(__always)
    private func form(of edition: EditionPlan, where fits: (FormPlan) -> Bool) -> Int? {
        for form in 0..<edition.formCount where fits(forms[edition.firstForm + form]) {
            return form
        }
        return nil
    }

    /// Whether a scale may be scored at the row's age; a row without a birth date passes.
    @inline(__always)
    func allows(_ scale: Int, _ context: RowContext) -> Bool {
        guard let age = context.age else { return true }
        return scaleAges[scale].contains(age)
    }
}
