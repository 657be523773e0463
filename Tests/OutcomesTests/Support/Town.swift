import Basics
import Model
import Outcomes

/// Invented families put together one line at a time, as an input for conclusions.
struct Town {
    var cases = Cases()
    var persons = Persons()
    var instruments = [Town.fit, Town.sdq, Town.asq, Town.pss]
    var rows: [Row] = []
    var indicators = Indicators()
    var goals = Goals()
    var programmes: [Programme] = []
    private var caseNumbers: [String: Int32] = [:]
    private var personNumbers: [String: Int32] = [:]

    init() {}

    /// One assessment as it is told.
    struct Row {
        var instrument: Int
        var caseIndex: Int32
        var person: Int32
        var date: Int32
        var birth: Int32
        var session: Int32
        var informant: UInt8
        var edition: UInt8
        var form: UInt8
        var scores: [Ratio?]
    }

    /// Adds a family; dates are `yyyy-mm-dd`.
    mutating func family(
        _ name: String, from start: String, to end: String? = nil, programme: String = "p",
        municipality: String = "M", team: String = "T", phase: String? = nil
    ) {
        caseNumbers[name] = Int32(cases.count)
        cases.identifiers.append(name)
        cases.starts.append(day(start))
        cases.ends.append(end.map(day) ?? AssessmentBatch.none)
        cases.programmes.append(index(of: programme, in: &cases.programmeNames))
        cases.municipalities.append(index(of: municipality, in: &cases.municipalityNames))
        cases.teams.append(index(of: team, in: &cases.teamNames))
        cases.endReasons.append(-1)
        cases.phases.append(phase.map { index(of: $0, in: &cases.phaseNames) } ?? -1)
    }

    /// Adds an assessment of the scales named; the others are missing.
    mutating func measure(
        _ family: String, _ person: String, _ informant: String, on date: String,
        _ scores: [String: Ratio], birth: String? = nil, session: Int? = nil, form: Int = 255
    ) {
        let instrument = instruments.firstIndex { each in
            each.scales.contains { scores.keys.contains($0.name) }
        }!
        let declared = instruments[instrument]
        let first = declared.scales.first { scores.keys.contains($0.name) }!
        rows.append(
            Row(
                instrument: instrument, caseIndex: caseIndex(family),
                person: person_(person, of: family), date: day(date),
                birth: birth.map(day) ?? AssessmentBatch.none,
                session: session.map { Int32($0) } ?? AssessmentBatch.none,
                informant: UInt8(declared.informants.firstIndex(of: informant)!),
                edition: UInt8(first.editions[0]), form: UInt8(form),
                scores: declared.scales.map { scores[$0.name] }))
    }

    /// Adds a value of an indicator.
    mutating func indicate(
        _ family: String, _ person: String? = nil, _ indicator: String, on date: String,
        _ value: Ratio
    ) {
        indicators.cases.append(caseIndex(family))
        indicators.persons.append(person.map { person_($0, of: family) } ?? -1)
        indicators.dates.append(day(date))
        indicators.indicators.append(index(of: indicator, in: &indicators.indicatorNames))
        indicators.values.append(value)
        indicators.files.append(0)
        indicators.lines.append(0)
    }

    /// Adds a goal.
    mutating func goal(
        _ family: String, set: String, due: String? = nil, _ status: GoalStatus = .open,
        on date: String? = nil
    ) {
        goals.cases.append(caseIndex(family))
        goals.identifiers.append("g\(goals.count)")
        goals.setDates.append(day(set))
        goals.dueDates.append(due.map(day) ?? AssessmentBatch.none)
        goals.statusDates.append(date.map(day) ?? AssessmentBatch.none)
        goals.statuses.append(status)
        goals.files.append(0)
        goals.lines.append(0)
    }

    /// The conclusions as of a day.
    func concluded(asOf: String) -> Conclusions {
        conclude(input(asOf: asOf))
    }

    func input(asOf: String) -> OutcomeInput {
        OutcomeInput(
            cases: cases, persons: persons, instruments: instruments, scored: tables,
            indicators: indicators, goals: goals, programmes: programmes,
            asOf: CalendarDate(iso: asOf)!)
    }

    private var tables: [ScoredAssessments] {
        instruments.indices.map { index in
            var table = ScoredAssessments(
                instrument: instruments[index].name, scaleCount: instruments[index].scales.count)
            for row in rows where row.instrument == index {
                table.cases.append(row.caseIndex)
                table.persons.append(row.person)
                table.dates.append(row.date)
                table.birthDates.append(row.birth)
                table.sessions.append(row.session)
                table.lines.append(0)
                table.files.append(0)
                table.informants.append(row.informant)
                table.editions.append(row.edition)
                table.forms.append(row.form)
                table.contentHashes.append(0)
                table.numerators += row.scores.map { Int32($0?.numerator ?? 0) }
                table.denominators += row.scores.map { UInt16($0?.denominator ?? 0) }
            }
            return table
        }
    }

    private func caseIndex(_ family: String) -> Int32 { caseNumbers[family]! }

    private mutating func person_(_ name: String, of family: String) -> Int32 {
        let owner = caseIndex(family)
        let key = "\(owner) \(name)"
        if let known = personNumbers[key] { return known }
        personNumbers[key] = Int32(persons.count)
        persons.identifiers.append(name)
        persons.cases.append(owner)
        persons.roles.append(["mor", "far"].contains(name) ? .parent : .child)
        return Int32(persons.count - 1)
    }

    private func index(of name: String, in names: inout [String]) -> Int32 {
        if let known = names.firstIndex(of: name) { return Int32(known) }
        names.append(name)
        return Int32(names.count - 1)
    }
}

/// Days since 1970-01-01 of `yyyy-mm-dd`.
func day(_ iso: String) -> Int32 { CalendarDate(iso: iso)!.days }

extension Conclusions {
    /// The row of change of a group, or nothing; the informant may be left out where there is one.
    func change(
        _ scale: String, of informant: String? = nil, _ horizon: Horizon,
        programme: String? = "p", municipality: String? = nil, team: String? = nil
    ) -> GroupChange? {
        changes.first { row in
            let group = groups[row.group]
            let measure = measures[row.measure]
            return row.horizon == horizon && measure.scaleName == scale
                && (informant == nil || measure.informant == informant)
                && group.programme == programme && group.municipality == municipality
                && group.team == team
        }
    }

    /// The figure of an outcome in its whole programme.
    func outcome(_ name: String) -> OutcomeFigure? {
        outcomes.first { $0.name == name && groups[$0.group].level == .programme }
    }
}
