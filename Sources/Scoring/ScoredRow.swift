import Basics
import Model

/// One assessment scored by itself, with what a person wants to see of each scale.
public struct ScoredRow: Sendable, Hashable {
    /// Index among the instrument's editions.
    public var edition: Int
    /// What the row's bands depend on: informant, form, birth and date.
    public var context: ScoreContext
    /// The scales of the edition, in their declared order.
    public var scores: [ScaleScore]
}

/// One scale's score of one assessment.
public struct ScaleScore: Sendable, Hashable {
    /// Index among the instrument's scales.
    public var scale: Int
    /// Nothing where the scale cannot be scored.
    public var value: Ratio?
    /// How many of the scale's items were answered.
    public var answered: Int
    /// Whether the score makes up for missing answers.
    public var isProrated: Bool
    /// Why there is no score.
    public var reason: UnscoredReason?
}

/// A band and the set that it belongs to.
public struct NamedBand: Sendable, Hashable {
    /// Such as `three-band`.
    public var set: String
    /// The band itself.
    public var band: Band
}

extension Scorer {
    /// Scores one row by itself, by this scorer as it is fitted.
    public func score(row: Int, of batch: AssessmentBatch) -> ScoredRow {
        let context = plan.resolve(batch, row: row)
        let scores = withUnsafeTemporaryAllocation(of: Outcome.self, capacity: plan.scaleCount) {
            outcomes in
            outcomes.initialize(repeating: Outcome())
            guard let start = outcomes.baseAddress else { return [ScaleScore]() }
            plan.evaluate(batch.answers + row * batch.itemCount, context, into: start)
            return plan.scales(of: context.edition).map {
                scaleScore($0, outcomes[$0], context)
            }
        }
        return ScoredRow(
            edition: context.edition, context: scoreContext(context, batch, row), scores: scores)
    }

    private func scaleScore(
        _ scale: Int, _ outcome: Outcome, _ context: RowContext
    ) -> ScaleScore {
        var reason = context.reason
        if reason == nil && !plan.allows(scale, context) { reason = .ageOutside }
        if reason == nil && outcome.denominator == 0 { reason = outcome.reason }
        let value =
            reason == nil
            ? Ratio(Int64(outcome.numerator), over: Int64(outcome.denominator)) : nil
        return ScaleScore(
            scale: scale, value: value, answered: outcome.answered,
            isProrated: reason == nil && outcome.isProrated, reason: reason)
    }

    private func scoreContext(
        _ context: RowContext, _ batch: AssessmentBatch, _ row: Int
    ) -> ScoreContext {
        let birth = batch.birthDates[row]
        let date = batch.dates[row]
        return ScoreContext(
            informant: context.informant < instrument.informants.count ? context.informant : nil,
            form: context.form < 0 ? nil : context.form,
            birth: birth == AssessmentBatch.none ? nil : CalendarDate(days: birth),
            date: date == AssessmentBatch.none ? nil : CalendarDate(days: date))
    }

    /// The band of a score in a named set, else in the scale's first; nothing where none applies.
    public func band(of score: ScaleScore, in row: ScoredRow, set name: String? = nil) -> NamedBand?
    {
        let sets = instrument.scales[score.scale].bandSets
        guard let value = score.value,
            let set = name.map({ name in sets.first { $0.name == name } }) ?? sets.first,
            let band = set.band(of: value, in: row.context)
        else { return nil }
        return NamedBand(set: set.name, band: set.bands[band])
    }
}
