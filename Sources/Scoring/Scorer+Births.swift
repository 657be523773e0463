import Model

extension Scorer {
    /// Whether a row has no score only since its age decides the form and nobody knows it.
    public func lacksBirth(_ row: Int, of batch: AssessmentBatch) -> Bool {
        plan.hasForms && batch.birthDates[row] == AssessmentBatch.none
            && plan.resolve(batch, row: row).reason == .noBirthDate
    }

    /// Whether a row of a table that was scored without a birth date could be scored otherwise with
    /// one: on another form or edition, or not at all at that age. Of one that `lacksBirth` that
    /// goes without saying.
    ///
    /// `birth` is in days since 1970-01-01.
    public func asksForBirth(_ birth: Int32, _ row: Int, of table: ScoredAssessments) -> Bool {
        let edition = Int(table.editions[row])
        if plan.editions[edition].formCount > 0 {
            return table.forms[row] != AssessmentBatch.noCode
        }
        let (date, informant) = (table.dates[row], table.informants[row])
        if date < birth { return true }
        let age = Age(birth: birth, date: date)
        let variant = informant == AssessmentBatch.noCode ? plan.variants - 1 : Int(informant)
        let assumesAnother = (0..<plan.editionCount).contains { index in
            index != edition && plan.editions[index].assumedInformant == variant
                && plan.editions[index].assumedAges.contains(age)
        }
        return assumesAnother || !plan.informantAges[variant].contains(age)
            || plan.scales(of: edition).contains { !plan.scaleAges[$0].contains(age) }
    }
}

extension ScoringTally {
    /// Takes back rows that lacked a birth date, which are to be scored anew.
    public mutating func takeBackWithoutBirth(rows count: Int) {
        rows -= count
        forget(.noBirthDate)
    }
}
