import Basics
import Model

/// Counts how many of those who were due have met a budget's success measure.
///
/// An indicator is read in week 48 of the year after the case started: the person's value nearest
/// 1 December of that year, at most 45 days away; a parent without such a value is missing and
/// counts as not successful. An outcome is read from its families' status. Only cases of
/// `programme` count; all cases where it is nothing. Nothing when nobody was due.
public func measuredSuccesses(
    of measure: BudgetSuccessMeasure, in programme: String?, _ input: OutcomeInput,
    _ conclusions: Conclusions
) -> MeasuredSuccess? {
    switch measure.measuredBy {
    case .indicator(let name, let least):
        return WeekFortyEight(input, indicator: name, atLeast: least).count(programme, measure.name)
    case .outcome(let name):
        return successes(ofOutcome: name, in: programme, conclusions, measure.name)
    case nil: return nil
    }
}

private func successes(
    ofOutcome name: String, in programme: String?, _ conclusions: Conclusions, _ measure: String
) -> MeasuredSuccess? {
    let figures = conclusions.outcomes.filter {
        $0.name == name && conclusions.groups[$0.group].level == .programme
            && (programme == nil || $0.programme == programme)
    }
    let hits = figures.reduce(0) { $0 + $1.counts.achieved }
    let measured = figures.reduce(0) { $0 + $1.counts.measured }
    let missing = figures.reduce(0) { $0 + $1.counts.notMeasured + $1.counts.ended }
    return measuredSuccess(measure, hits, due: measured + missing, missing: missing)
}

private func measuredSuccess(
    _ measure: String, _ successes: Int, due: Int, missing: Int
) -> MeasuredSuccess? {
    guard due > 0 else { return nil }
    let share = Estimates.share(successes, of: due)
    return MeasuredSuccess(
        measure: measure, successes: successes, due: due, missing: missing,
        low: share.low ?? 0, high: share.high ?? 1)
}

/// Reads an indicator around week 48 of the year after each case started.
private struct WeekFortyEight {
    static let toleranceDays: Int32 = 45

    let input: OutcomeInput
    let indicator: Int32?
    let least: Ratio

    init(_ input: OutcomeInput, indicator: String, atLeast least: Ratio) {
        self.input = input
        self.least = least
        self.indicator = input.indicators.indicatorNames.firstIndex(of: indicator).map { Int32($0) }
    }

    func count(_ programme: String?, _ measure: String) -> MeasuredSuccess? {
        let nearest = nearestValues()
        var (successes, due, missing) = (0, 0, 0)
        for person in 0..<input.persons.count where input.persons.roles[person] == .parent {
            guard isDue(Int(input.persons.cases[person]), programme) else { continue }
            due += 1
            guard let row = nearest[Int32(person)] else {
                missing += 1
                continue
            }
            if input.indicators.values[row] >= least { successes += 1 }
        }
        return measuredSuccess(measure, successes, due: due, missing: missing)
    }

    /// 1 December of the year after the case started.
    private func day(_ caseIndex: Int) -> Int32 {
        let year = input.cases.start(caseIndex).year + 1
        guard let day = CalendarDate(year: year, month: 12, day: 1) else {
            preconditionFailure("no December in \(year)")
        }
        return day.days
    }

    private func isDue(_ caseIndex: Int, _ programme: String?) -> Bool {
        let name = input.cases.programmeNames[Int(input.cases.programmes[caseIndex])]
        guard programme == nil || name == programme else { return false }
        return day(caseIndex) + WeekFortyEight.toleranceDays <= input.asOf.days
    }

    /// The row nearest the day for each person; at equal distance the later.
    private func nearestValues() -> [Int32: Int] {
        guard let indicator else { return [:] }
        let table = input.indicators
        var nearest: [Int32: Int] = [:]
        for row in 0..<table.count
        where table.indicators[row] == indicator && table.persons[row] >= 0 {
            let day = day(Int(table.cases[row]))
            let distance = abs(table.dates[row] - day)
            guard distance <= WeekFortyEight.toleranceDays, table.dates[row] <= input.asOf.days
            else { continue }
            if let other = nearest[table.persons[row]] {
                let otherDistance = abs(table.dates[other] - day)
                guard (distance, table.dates[other]) < (otherDistance, table.dates[row])
                else { continue }
            }
            nearest[table.persons[row]] = row
        }
        return nearest
    }
}
