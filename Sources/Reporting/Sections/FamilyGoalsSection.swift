import Basics
import Model
import ReportModel

/// A family's own goals with where they stand; their wording is the family's and is not stored.
struct FamilyGoalsSection: Section {
    static let kind = "family-goals"
    static let isOfFamily = true

    static func blocks(_ request: SectionRequest) -> [Block] {
        guard let family = request.family else { return [] }
        let goals = family.records.goals
        let rows = family.records.goals(of: family.caseIndex)
        let words = request.words
        let heading = Block.heading(level: 2, Prose(words.say("Jeres mål", "Your goals")))
        guard !rows.isEmpty else {
            return [
                heading,
                .paragraph(
                    words.say("Der er ikke sat mål endnu.", "No goals have been set yet.").prose),
            ]
        }
        let table = Table(
            words.say("Mål og hvor langt I er", "Goals and how far you are"),
            columns: [
                .rowHeader(words.say("Mål", "Goal")), .text(words.say("Sat den", "Set on")),
                .text(words.say("Frist", "Due")), .text(words.say("Status", "Status")),
            ],
            rows: rows.enumerated().map { number, row in
                [
                    Prose(words.say("Mål \(number + 1)", "Goal \(number + 1)")),
                    .quantity(date(goals.setDates[row], words)),
                    .quantity(date(goals.dueDates[row], words)),
                    Prose(words.status(goals.statuses[row])),
                ]
            })
        return [heading, .table(table)]
    }

    private static func date(_ days: Int32, _ words: Words) -> Quantity {
        days == AssessmentBatch.none
            ? .notComputed(words.say("ingen dato", "no date")) : .date(CalendarDate(days: days))
    }
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
