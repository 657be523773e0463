import Basics
import Intake
import Model

/// Everything that a run has read and scored, with what became of each file.
struct Received {
    var cases: Cases
    var persons: Persons
    /// One table an instrument of the pipeline, in its order, without duplicates.
    var scored: [ScoredAssessments]
    var indicators: Indicators
    var goals: Goals
    var stories: Stories
    var files: [FileReception]
    var inputs: [FileDigest]
    /// Assessments kept, by instrument.
    var assessments: [String: Int]
    /// Assessments scored and not scored, by scale and reason.
    var scoring: [String: Int]
    /// The names of the files of a kind, for those that are not all of measurements.
    var fileNames: FileNames
    /// Who has withdrawn consent; nothing where the pipeline names no list.
    var withdrawals: Withdrawals?
    /// How new each file is.
    var dates: SourceDates
}

extension Received {
    /// Rows used of a file since the last published period; nothing where there is none.
    func newRows(of file: String) -> Int? {
        dates.last == nil ? nil : dates.newRows[file] ?? 0
    }
}

/// The names of the files of cases, indicators, goals and stories.
struct FileNames {
    var cases: [String]
    var indicators: [String]
    var goals: [String]
    var stories: [String]
}
