import Basics
import Model
import ReportModel

/// A family's own goals: how many have been reached, and those that are under way; their wording
/// is the family's and is not stored.
struct FamilyGoalsSection: Section {
    static let kind = "family-goals"
    static let isOfFamily = true
    /// More goals than these do not find room on one sheet.
    static let mostShown = 8

    static func blocks(_ request: SectionRequest) -> [Block] {
        guard let family = request.family else { return [] }
        let words = request.words
        let rows = family.records.goals(of: family.caseIndex)
        let heading = Block.heading(level: 2, Prose(words.say("Jeres mål", "Your goals")))
        guard !rows.isEmpty else {
            return [
                heading,
                .paragraph(
                    words.say("Der er ikke sat mål endnu.", "No goals have been set yet.").prose),
            ]
        }
        let statuses = rows.map { family.records.goals.statuses[$0] }
        return [heading, .paragraph(reading(request.context, statuses))]
            + table(words, family.records.goals, rows)
    }

    /// `I har sat 12 mål: 7 er nået, 2 er delvist nået, 3 er i gang.`
    private static func reading(_ context: ReportContext, _ statuses: [GoalStatus]) -> Prose {
        let parts = GoalStatus.familyOrder.compactMap { status -> String? in
            let count = statuses.count { $0 == status }
            return count == 0
                ? nil
                : context.words.say(
                    "\(count) er \(context.words.status(status))",
                    "\(count) \(count == 1 ? "is" : "are") \(context.words.status(status))")
        }
        let start =
            statuses.count == 1
            ? context.words.say("I har sat ét mål: ", "You have set one goal: ")
            : context.words.say(
                "I har sat \(statuses.count) mål: ", "You have set \(statuses.count) goals: ")
        return Prose(start + context.words.list(parts) + ".")
    }

    /// The goals under way, in the order in which they were set.
    private static func table(_ words: Words, _ goals: Goals, _ rows: [Int]) -> [Block] {
        let open = rows.enumerated().filter { goals.statuses[$1] == .open }
        guard !open.isEmpty else { return [] }
        let table = Table(
            words.say("Mål, der er i gang", "Goals under way"),
            columns: [
                .rowHeader(words.say("Mål", "Goal")), .text(words.say("Sat den", "Set on")),
                .text(words.say("Frist", "Due")),
            ],
            rows: open.suffix(mostShown).map { number, row in
                [
                    Prose(words.say("Mål \(number + 1)", "Goal \(number + 1)")),
                    .quantity(date(goals.setDates[row], words)),
                    .quantity(date(goals.dueDates[row], words)),
                ]
            })
        return [.table(table)]
    }

    private static func date(_ days: Int32, _ words: Words) -> Quantity {
        days == AssessmentBatch.none
            ? .notComputed(words.say("ingen dato", "no date")) : .date(CalendarDate(days: days))
    }
}

extension GoalStatus {
    /// The good news first.
    fileprivate static let familyOrder: [GoalStatus] = [.reached, .partly, .open, .dropped]
}

extension Words {
    /// Where a goal stands.
    func status(_ status: GoalStatus) -> String {
        switch status {
        case .open: say("i gang", "under way")
        case .reached: say("nået", "reached")
        case .partly: say("delvist nået", "partly reached")
        case .dropped: say("lagt væk", "put aside")
        }
    }
}
