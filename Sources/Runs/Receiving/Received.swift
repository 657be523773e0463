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
}
