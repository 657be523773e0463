import Basics

extension Family {
    /// The share of planned measurements that never come about, in percent: at the start, and
    /// later.
    private static let missed = (first: 5, later: 12)
    /// The share of closed families that are asked again a year or two after the start.
    private static let askedLater = 60
    /// Nobody fills in a form twice within so many days.
    private static let shortestPause = 10

    /// The days on which something planned for `months` after the start is measured.
    ///
    /// A measurement lies up to three weeks from its month, the first within four weeks of the
    /// start. After the case has closed only the months 12 and 24 are asked for, of some.
    func occasions(_ months: [Int], _ random: inout SeededRandom) -> [CalendarDate] {
        var days: [CalendarDate] = []
        for month in months {
            let delay = month == 0 ? random.within(0...26) : random.within(-20...20)
            let day = start.adding(months: month).adding(days: delay)
            let isMissed = random.happens(
                month == 0 ? Family.missed.first : Family.missed.later)
            let isAskedLater = random.happens(Family.askedLater) && month % 12 == 0
            guard day <= asOf, !isMissed, day <= closing.adding(days: 20) || isAskedLater,
                days.last.map({ day - $0 >= Family.shortestPause }) ?? true
            else { continue }
            days.append(day)
        }
        return days
    }

    /// The burden of a member on a day, with what that day added.
    func burden(_ person: Person, on day: CalendarDate, _ random: inout SeededRandom) -> Double {
        person.course.burden(after: day - start) + 0.18 * random.nearlyNormal()
    }
}

/// A form as it was filled in: some are handed in with gaps.
///
/// One form in eight is filled in hastily, and one answer in four is then left out: 3 % of
/// all answers, most of them on few forms, as gaps are.
struct Handwriting {
    private let isHasty: Bool

    init(_ random: inout SeededRandom) {
        isHasty = random.below(8) == 0
    }

    /// The answer, or nothing where it is left out.
    func answer(_ answer: Int, _ random: inout SeededRandom) -> Int? {
        isHasty && random.below(4) == 0 ? nil : answer
    }
}
