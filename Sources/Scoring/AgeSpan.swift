import Basics
import Model

/// A span of ages in completed months, ready to be looked up.
struct AgeSpan {
    let low: Int
    let high: Int
    /// Whether the last month counts on the very day it is reached only.
    let endsOnTheDay: Bool

    /// Every age.
    static let any = AgeSpan(AgeRange(from: Int.min, through: nil, unit: .months))

    init(_ ages: AgeRange) {
        switch ages.unit {
        case .months:
            low = ages.from
            high = ages.through ?? Int.max
        case .years:
            low = ages.from * 12
            high = ages.through.map { $0 * 12 + (ages.endsOnTheDay ? 0 : 11) } ?? Int.max
        }
        endsOnTheDay = ages.endsOnTheDay
    }

    func contains(_ age: Age) -> Bool {
        guard age.months >= low, age.months <= high else { return false }
        return !endsOnTheDay || age.months != high || age.isOnTheDay
    }
}

/// A person's age at an assessment.
struct Age {
    let months: Int
    private let birth: Int32
    private let date: Int32

    /// Counts completed calendar months from a birth to a date, both days since 1970-01-01.
    init(birth: Int32, date: Int32) {
        self.birth = birth
        self.date = date
        months = CalendarDate(days: birth).completedMonths(to: CalendarDate(days: date))
    }

    /// Whether the last completed month was completed on this very day.
    var isOnTheDay: Bool {
        CalendarDate(days: birth).adding(months: months) == CalendarDate(days: date)
    }

    /// The age that counts for a child born before term: from 7 × (40 − weeks) days after the
    /// birth, where the weeks are at most 37 and the child is under 24 months.
    func corrected(gestationWeeks weeks: Int32) -> Age {
        guard weeks != AssessmentBatch.none, weeks <= 37, months < 24 else { return self }
        return Age(birth: birth + 7 * (40 - weeks), date: date)
    }
}
