import Basics

/// Register figures and ratings at the start and about each horizon.
struct IndicatorsExport: Export {
    let name = "indicators.csv"
    let columns = ["case_id", "person_id", "date", "indicator", "value"]
    let breakable = Breakable(
        dateColumn: 2, answers: 4..<5, alternatives: ["2", "3"],
        kinds: BreakKind.ofAnswers.filter { $0 != .outOfRange })

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        let rhythm = family.programme.rhythm
        let figures = family.occasions(rhythm.figures, &random)
        let staff = family.occasions(rhythm.staff, &random)
        for indicator in family.programme.indicators {
            let days =
                switch indicator.rhythm {
                case .horizons: figures
                case .staff: staff
                case .register: family.registerDays
                }
            for day in days { write(indicator, day, of: family, to: &table, &random) }
        }
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
            value(indicator.kind, burden, days: day - family.start, to: &table, &random)
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
            family.children.filter {
                $0.birth.map { $0 <= day } ?? false && $0.age(on: day) >= indicator.fromAge
            }
        }
    }

    private func value(
        _ kind: Indicator.Kind, _ burden: Double, days: Int, to table: inout RecordText,
        _ random: inout SeededRandom
    ) {
        func between(_ light: Double, _ heavy: Double) -> Double {
            light + (heavy - light) * burden
        }
        switch kind {
        case .number(let light, let heavy, let reach, let range):
            table.field(random.near(between(light, heavy), reach: reach, in: range))
        case .tenths(let light, let heavy, let reach, let range):
            table.field(tenths: random.near(between(light, heavy), reach: reach, in: range))
        case .chance(let light, let heavy):
            table.field(random.unit() * 100 < between(light, heavy) ? 1 : 0)
        case .fidelity(let habit):
            let settled = min(1.5, Double(days) / 365)
            table.field(random.near(habit + settled, reach: 2, in: 0...10))
        }
    }
}
