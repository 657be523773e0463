import Model

extension Outcome {
    /// Statuses that no family can have by the definition: their zero reveals nothing, and
    /// whoever knows the definition knows it, so it cannot stand in for another count either.
    ///
    /// Only a rule about where a family is, not how it moved, can be met at the start. A single
    /// indicator of a family or an organisation is met or not, unless it was recorded for several
    /// persons, which the counts then show.
    var impossibleStatuses: [OutcomeStatus] {
        if evidence.isEmpty { return [.achieved, .partly, .notAchieved, .alreadyThere, .ended] }
        var statuses: [OutcomeStatus] = []
        if !evidence.contains(where: \.canBeMetAtTheStart) { statuses.append(.alreadyThere) }
        if evidence.count == 1, case .indicator = evidence[0],
            whom == .family || whom == .organisation
        {
            statuses.append(.partly)
        }
        return statuses
    }
}

extension EvidencePiece {
    fileprivate var canBeMetAtTheStart: Bool {
        guard case .scale(let scale) = self else { return false }
        return switch scale.rule {
        case .reliableImprovement, .atLeastSteps: false
        case .inBand, .betterThanCutOff, .notWorse: true
        }
    }
}
