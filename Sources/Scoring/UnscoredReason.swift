import Basics

/// Why a scale of an assessment has no score.
public enum UnscoredReason: UInt8, Sendable, Hashable, CaseIterable {
    /// Fewer answers than the rule needs.
    case answersMissing
    /// The total stands beside some of its parts, so one of them is wrong.
    case totalAndParts
    /// The person is younger or older than the form, the informant or the scale allows.
    case ageOutside
    /// The interval that the row names is none, or does not fit the child's age.
    case intervalMismatch
    /// The row does not say which interval it is.
    case intervalMissing
    /// The age decides the form, and the birth date is not known.
    case noBirthDate
    /// The assessment is dated before the birth.
    case beforeBirth

    /// What is wrong with the row, or nothing where answers are missing, which is no mistake.
    var code: FindingCode? {
        switch self {
        case .answersMissing: nil
        case .totalAndParts: .rowTotalAndParts
        case .ageOutside: .rowAgeOutside
        case .intervalMismatch: .rowIntervalMismatch
        case .intervalMissing: .rowIntervalMissing
        case .noBirthDate: .rowBirthDateMissing
        case .beforeBirth: .rowBeforeBirth
        }
    }

    /// What a message says of the row.
    var sentence: String {
        switch self {
        case .answersMissing: "answers are missing"
        case .totalAndParts: "the total stands beside its parts; the row has no score"
        case .ageOutside: "the person's age lies outside the form; the row has no score"
        case .intervalMismatch: "the interval does not fit the child's age; the row has no score"
        case .intervalMissing: "the interval is not given; the row has no score"
        case .noBirthDate: "the age decides the form, but there is no birth date; no score"
        case .beforeBirth: "the assessment is dated before the birth; the row has no score"
        }
    }

    /// The reason as a word for a count, such as `answers-missing`.
    public var word: String {
        switch self {
        case .answersMissing: "answers-missing"
        case .totalAndParts: "total-and-parts"
        case .ageOutside: "age-outside"
        case .intervalMismatch: "interval-mismatch"
        case .intervalMissing: "interval-missing"
        case .noBirthDate: "no-birth-date"
        case .beforeBirth: "before-birth"
        }
    }
}
