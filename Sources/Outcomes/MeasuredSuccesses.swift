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
    let due = measured + missing
    guard due > 0 else { return nil }
    return MeasuredSuccess(
        measure: measure, successes: hits, due: due, missing: missing,
        share: Estimates.share(hits, of: due))
}

extension MeasuredSuccess {
    fileprivate init(
        measure: String, successes: Int, due: Int, missing: Int, share: Estimate
    ) {
        self.init(
            measure: measure, successes: successes, due: due, missing: missing,
            low: share.low ?? 0, high: share.high ?? 1)
    }
}

/// Those of one family who were due, and how many of them have succeeded.
private struct FamilyCount {
    var due = 0
    var successes = 0
}

extension Estimates.ShareSums {
    /// The sums over families, of whom each has somebody who was due.
    fileprivate init(_ families: some Collection<FamilyCount>) {
        self.init(
            families: families.count,
            squares: families.reduce(0) { $0 + $1.successes * $1.successes },
            cross: families.reduce(0) { $0 + $1.successes * $1.due },
            sizes: families.reduce(0) { $0 + $1.due * $1.due })
    }
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

    /// Two parents of a family are not independent: the interval allows for it.
    func count(_ programme: String?, _ measure: String) -> MeasuredSuccess? {
        let nearest = nearestValues()
        var missing = 0
        var families: [Int32: FamilyCount] = [:]
        for person in 0..<input.persons.count where input.persons.roles[person] == .parent {
            let family = input.persons.cases[person]
            guard isDue(Int(family), programme) else { continue }
            families[family, default: FamilyCount()].due += 1
            guard let row = nearest[Int32(person)] else {
                missing += 1
                continue
            }
            if input.indicators.values[row] >= least { families[family]?.successes += 1 }
        }
        if families.isEmpty { return nil }
        let due = families.values.reduce(0) { $0 + $1.due }
        let successes = families.values.reduce(0) { $0 + $1.successes }
        return MeasuredSuccess(
            measure: measure, successes: successes, due: due, missing: missing,
            share: Estimates.share(successes, of: due, clusters: .init(families.values)))
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
