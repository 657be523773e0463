import Model
import Scoring

/// When the persons of a run were born: one file may tell what another needs.
struct BirthDates {
    /// By person of the run, days since 1970-01-01; `AssessmentBatch.none` where nobody says it.
    private var dates: [Int32]
    private static let unclear = Int32.max

    /// Looks into all tables; `persons` has, for each, the number of its persons in the run.
    ///
    /// Somebody who is said to be born on two days is born on neither.
    init(_ tables: [ScoredAssessments], _ persons: [[Int32]], count: Int) {
        dates = Array(repeating: AssessmentBatch.none, count: count)
        for (table, persons) in zip(tables, persons) {
            take(table.persons, table.birthDates, persons)
        }
        for person in dates.indices where dates[person] == BirthDates.unclear {
            dates[person] = AssessmentBatch.none
        }
    }

    private mutating func take(_ rows: [Int32], _ births: [Int32], _ persons: [Int32]) {
        dates.withUnsafeMutableBufferPointer { dates in
            for (person, birth) in zip(rows, births)
            where birth != AssessmentBatch.none && person >= 0 {
                let person = Int(persons[Int(person)])
                if dates[person] == birth { continue }
                dates[person] = dates[person] == AssessmentBatch.none ? birth : BirthDates.unclear
            }
        }
    }

    /// The same by person of a file.
    func ofFile(_ persons: [Int32]) -> [Int32] { persons.map { dates[Int($0)] } }
}

extension ScoredAssessments {
    /// Fills in birth dates that are known, by person of the table; tells whether a row that waits
    /// for none could be scored otherwise with them.
    mutating func fill(_ births: [Int32], for scorer: Scorer) -> Bool {
        var isOtherwise = false
        for row in birthDates.indices where birthDates[row] == AssessmentBatch.none {
            let person = Int(persons[row])
            guard births.indices.contains(person), births[person] != AssessmentBatch.none
            else { continue }
            birthDates[row] = births[person]
            isOtherwise = isOtherwise || scorer.asksForBirth(births[person], row, of: self)
        }
        return isOtherwise
    }
}

extension AssessmentBatch {
    /// Fills in birth dates that are known; by person of the file.
    func fill(_ births: [Int32]) {
        for row in 0..<count where birthDates[row] == AssessmentBatch.none {
            let person = Int(persons[row])
            if births.indices.contains(person) { birthDates[row] = births[person] }
        }
    }
}
