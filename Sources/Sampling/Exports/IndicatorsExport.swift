import Basics

/// Register figures and ratings at the start and about each horizon.
struct IndicatorsExport: Export {
    let name = "indicators.csv"
    let columns = ["case_id", "person_id", "date", "indicator", "value"]
    let breakable = Breakable(
        dateColumn: 2, answers: 4..<5, alternatives: ["2", "3"],
        kinds: BreakKind.ofAnswers.filter { $0 != .outOfRange })

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        let months = family.programme.measures.contains(.infants) ? [0, 1, 3, 6] : [0, 3, 12, 24]
        for day in family.occasions(months, &random) {
            for indicator in family.programme.indicators {
                write(indicator, day, of: family, to: &table, &random)
            }
        }
        guard family.programme.name == Programme.coherentEffort.name else { return }
        for parent in family.parents { writeWeek48(parent, of: family, to: &table, &random) }
    }

    private func write(
        _ indicator: Indicator, _ day: CalendarDate, of family: Family,
        to table: inout RecordText, _ random: inout SeededRandom
    ) {
        for person in subjects(of: indicator, in: family, on: day) where !random.happens(4) {
            table.field(family.identifier)
            table.field(person?.identifier ?? "")
            table.field(day)
            table.field(indicator.name)
            let course = person?.course ?? family.course
            let burden = course.burden(after: day - family.start) + 0.15 * random.nearlyNormal()
            value(indicator.kind, burden, to: &table, &random)
            table.endRecord()
        }
    }

    private func subjects(of indicator: Indicator, in family: Family, on day: CalendarDate)
        -> [Person?]
    {
        switch indicator.subject {
        case .family: [nil]
        case .parent: family.parents
        case .child:
            family.children.filter { child in
                child.birth.map { $0 <= day } ?? false && child.age(on: day) >= indicator.fromAge
            }
        }
    }

    private func value(
        _ kind: Indicator.Kind, _ burden: Double, to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        switch kind {
        case .rating: table.field(random.near(4 - 1.3 * burden, reach: 1, in: 1...5))
        case .yesNo: table.field(random.near(0.85 - 0.5 * burden, reach: 0.6, in: 0...1))
        case .share(let rises):
            let absence = random.near(4 + 13 * burden, reach: 8, in: 0...100)
            table.field(hundredths: rises ? 100 - absence : absence)
        case .count(let perBurden):
            let centre = perBurden * (0.4 + burden)
            table.field(random.near(centre, reach: 0.3 + 0.4 * perBurden, in: 0...400))
        case .mark: table.field(tenths: random.near(68 - 28 * burden, reach: 12, in: 0...120))
        }
    }

    /// Whether a parent is in employment, education or on parental leave in week 48 of each
    /// year after the one of the start.
    private func writeWeek48(
        _ parent: Person, of family: Family, to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        for year in family.start.year + 1...family.start.year + 3 {
            let day = IndicatorsExport.week48(of: year)
            guard day <= family.asOf else { return }
            table.field(family.identifier)
            table.field(parent.identifier)
            table.field(day)
            table.field("in-work-week-48")
            let burden = parent.course.burden(after: day - family.start)
            value(.yesNo, burden, to: &table, &random)
            table.endRecord()
        }
    }

    /// The Monday of week 48: 47 weeks after the Monday of the week that holds 4 January.
    static func week48(of year: Int) -> CalendarDate {
        let fourth = CalendarDate(year: year, month: 1, day: 4)!
        // 1970-01-01 was a Thursday, so three days after a Monday.
        let sinceMonday = (Int(fourth.days) + 3) % 7
        return fourth.adding(days: 47 * 7 - sinceMonday)
    }
}
