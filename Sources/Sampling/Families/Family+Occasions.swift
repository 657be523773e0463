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
    /// A measurement lies a few days or weeks from its month, the first soon after the start.
    /// After the case has closed only the months 12 and 24 are asked for, of some. Some
    /// programmes measure once more as a case ends.
    func occasions(_ months: [Int], _ random: inout SeededRandom) -> [CalendarDate] {
        var planned = months.compactMap { occasion($0, &random) }
        if let last = lastOccasion(&random) {
            planned.append(last)
            planned.sort()
        }
        var days: [CalendarDate] = []
        for day in planned
        where days.last.map({ day - $0 >= Family.shortestPause }) ?? true {
            days.append(day)
        }
        return days
    }

    private func occasion(_ month: Int, _ random: inout SeededRandom) -> CalendarDate? {
        let slack = programme.rhythm.slack
        let delay = random.within(month == 0 ? 0...slack + 6 : -slack...slack)
        let day = start.adding(months: month).adding(days: delay)
        let isMissed = random.happens(month == 0 ? Family.missed.first : Family.missed.later)
        let isAskedLater = random.happens(Family.askedLater) && month % 12 == 0
        let isAsked = day <= closing.adding(days: 20) || isAskedLater
        return day <= asOf && !isMissed && isAsked ? day : nil
    }

    private func lastOccasion(_ random: inout SeededRandom) -> CalendarDate? {
        guard programme.rhythm.endsMeasured, endReason == "completed" else { return nil }
        let day = closing.adding(days: -random.within(0...20))
        let isMissed = random.happens(Family.missed.later)
        return day <= asOf && !isMissed ? day : nil
    }

    /// The days of a register's figures: the start, a year and two years later, and the Monday
    /// of week 48 of each later year. Nobody has to be asked, so none is missed.
    var registerDays: [CalendarDate] {
        let anniversaries = [0, 12, 24].map { start.adding(months: $0) }
        let weeks = (start.year + 1...start.year + 3).map(Family.week48)
        var days: [CalendarDate] = []
        for day in (anniversaries + weeks).sorted() where day <= asOf && day != days.last {
            days.append(day)
        }
        return days
    }

    /// The Monday of week 48: 47 weeks after the Monday of the week that holds 4 January.
    static func week48(of year: Int) -> CalendarDate {
        let fourth = CalendarDate(year: year, month: 1, day: 4)!
        // 1970-01-01 was a Thursday, so three days after a Monday.
        let sinceMonday = (Int(fourth.days) + 3) % 7
        return fourth.adding(days: 47 * 7 - sinceMonday)
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
