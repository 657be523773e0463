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
    /// What each case and each person is called on paper.
    let caseNames: [String]
    let personNames: [String]
    /// The goals of each case, in the order received.
    private let goalsByCase: [Int32: [Int]]

    /// Makes records; `scored` has one table an instrument, in the order of the run's instruments.
    public init(
        cases: Cases, goals: Goals, conclusions: Conclusions, scored: [ScoredAssessments],
        caseNames: [String], personNames: [String]
    ) {
        precondition(
            caseNames.count == cases.count, "\(caseNames.count) names for \(cases.count) cases")
        self.cases = cases
        self.goals = goals
        families = conclusions.families
        measures = conclusions.measures
        self.scored = scored
        self.caseNames = caseNames
        self.personNames = personNames
        goalsByCase = Dictionary(grouping: goals.cases.indices) { goals.cases[$0] }
    }

    /// The goals of a case.
    func goals(of caseIndex: Int) -> [Int] { goalsByCase[Int32(caseIndex)] ?? [] }

    /// The series of a case, which stand together.
    func series(of caseIndex: Int) -> Range<Int> {
        let cases = families.series.cases
        let wanted = Int32(caseIndex)
        let low = FamilyRecords.partition(cases) { $0 >= wanted }
        return low..<FamilyRecords.partition(cases) { $0 > wanted }
    }

    /// The first place from which a test holds, in values that ascend.
    private static func partition(_ values: [Int32], _ isAbove: (Int32) -> Bool) -> Int {
        var (low, high) = (0, values.count)
        while low < high {
            let middle = (low + high) / 2
            if isAbove(values[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// One family as its sheet shows it.
struct FamilyRecord {
    let records: FamilyRecords
    let caseIndex: Int

    /// What the family is called on paper.
    var name: String { records.caseNames[caseIndex] }

    /// A scale as one informant filled it in about one person, in the order of dates.
    struct Course {
        var scale: String
        var informant: String
        var person: String
        var points: [(date: CalendarDate, score: Ratio)]
    }

    /// The courses of the scales that a test lets through, with at least one score.
    func courses(_ isWanted: (String) -> Bool) -> [Course] {
        records.series(of: caseIndex).compactMap { series in
            let measure = records.measures[Int(records.families.series.measures[series])]
            guard isWanted(measure.scaleName) else { return nil }
            let points = points(series, measure)
            let person = Int(records.families.series.persons[series])
            return points.isEmpty
                ? nil
                : Course(
                    scale: measure.scaleName, informant: measure.informant,
                    person: records.personNames.indices.contains(person)
                        ? records.personNames[person] : "", points: points)
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
