import Model

extension Scorer {
    /// Whether an assessment that was scored without a birth date could be scored otherwise with
    /// one: on another form or edition, or not at all at that age.
    ///
    /// `birth` and `date` are days since 1970-01-01; `informant` and `edition` are as the table of
    /// scores has them.
    public func asksForBirth(_ birth: Int32, date: Int32, informant: UInt8, edition: UInt8) -> Bool
    {
        if date < birth { return true }
        let age = Age(birth: birth, date: date)
        let variant = informant == AssessmentBatch.noCode ? plan.variants - 1 : Int(informant)
        if !plan.informantAges[variant].contains(age) || plan.editions[Int(edition)].formCount > 0 {
            return true
        }
        let assumesAnother = (0..<plan.editionCount).contains { index in
            index != Int(edition) && plan.editions[index].assumedInformant == variant
                && plan.editions[index].assumedAges.contains(age)
        }
        return assumesAnother
            || plan.scales(of: Int(edition)).contains { !plan.scaleAges[$0].contains(age) }
    }
}
