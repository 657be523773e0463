import Model

/// What is compared across a family's series, beside each series' start with its later scores.
///
/// One object for all readers, handed down and never counted on the way.
final class Comparisons: Sendable {
    let calendar: Months
    let pairs: [RaterPair]
    let outgrown: [OutgrownScale]
    private let addedValue: AddedValueReading?

    init(_ frame: Frame, _ calendar: Months) {
        self.calendar = calendar
        pairs = RaterPair.all(frame)
        outgrown = OutgrownScale.all(frame)
        addedValue = AddedValueReading(frame)
    }

    /// Adds what one family has to each comparison.
    func add(_ family: FamilyReading, _ frame: Frame, to tally: inout GroupTally) {
        addedValue?.add(family, frame, to: &tally.addedValue)
        // By index: most families lack one of two measures, and need look no further.
        for at in pairs.indices
        where family.has(pairs[at].first) && family.has(pairs[at].second) {
            pairs[at].add(family, to: &tally.raters[at])
        }
        for at in outgrown.indices
        where family.has(outgrown[at].earlierMeasure) && family.has(outgrown[at].laterMeasure) {
            outgrown[at].add(family, frame, to: &tally.formChanges[at])
        }
    }
}
