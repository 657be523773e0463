import Basics
import Model

/// What the private family sheets are written from: single families' own scores, under
/// pseudonyms. It never reaches a published page.
public struct FamilyRecords: Sendable {
    let cases: Cases
    let goals: Goals
    let families: Families
    let measures: [Measure]
    /// By the instruments' order in the run.
    let scored: [ScoredAssessments]
    /// What each case is called on paper.
    let caseNames: [String]
    /// Of whose identifiers nothing but their order is used.
    let persons: Persons
    /// The goals of each case, in the order received.
    private let goalsByCase: [Int32: [Int]]
    /// The persons of each case, in the order of their identifiers.
    private let membersByCase: [Int32: [Int]]
    /// The series of each case, which stand together.
    private let seriesByCase: [Int32: Range<Int>]

    /// Makes records; `scored` has one table an instrument, in the order of the run's instruments.
    public init(
        cases: Cases, goals: Goals, conclusions: Conclusions, scored: [ScoredAssessments],
        caseNames: [String], persons: Persons
    ) {
        precondition(
            caseNames.count == cases.count, "\(caseNames.count) names for \(cases.count) cases")
        self.cases = cases
        self.goals = goals
        families = conclusions.families
        measures = conclusions.measures
        self.scored = scored
        self.caseNames = caseNames
        self.persons = persons
        goalsByCase = Dictionary(grouping: goals.cases.indices) { goals.cases[$0] }
        membersByCase = Dictionary(grouping: persons.cases.indices) { persons.cases[$0] }
            .mapValues { $0.sorted { persons.identifiers[$0] < persons.identifiers[$1] } }
        seriesByCase = conclusions.families.series.rangesByCase()
    }

    /// The goals of a case.
    func goals(of caseIndex: Int) -> [Int] { goalsByCase[Int32(caseIndex)] ?? [] }

    /// The persons of a case, in the order of their identifiers.
    func members(of caseIndex: Int) -> [Int] { membersByCase[Int32(caseIndex)] ?? [] }

    /// The series of a case.
    func series(of caseIndex: Int) -> Range<Int> { seriesByCase[Int32(caseIndex)] ?? 0..<0 }
}

/// One family as its sheet shows it.
struct FamilyRecord {
    let records: FamilyRecords
    let caseIndex: Int
    let language: Language

    /// What the family is called on paper.
    var name: String { records.caseNames[caseIndex] }

    /// A scale as one informant filled it in about one person, in the order of dates.
    struct Course {
        var scale: String
        var informant: String
        var person: Int
        var points: [(date: CalendarDate, score: Ratio)]
    }

    /// The courses of the scales that a test lets through, with at least one score.
    func courses(_ isWanted: (String) -> Bool) -> [Course] {
        records.series(of: caseIndex).compactMap { series in
            let measure = records.measures[Int(records.families.series.measures[series])]
            guard isWanted(measure.scaleName) else { return nil }
            let points = points(series, measure)
            return points.isEmpty
                ? nil
                : Course(
                    scale: measure.scaleName, informant: measure.informant,
                    person: Int(records.families.series.persons[series]), points: points)
        }
    }

    private func points(
        _ series: Int, _ measure: Measure
    ) -> [(date: CalendarDate, score: Ratio)] {
        let strands = records.families.strands
        let scored = records.scored[measure.instrument]
        return strands.range(Int(records.families.series.strands[series])).compactMap { at in
            let row = Int(strands.rows[at])
            return scored.score(row: row, scale: measure.scale).map {
                (CalendarDate(days: scored.dates[row]), $0)
            }
        }
    }
}
