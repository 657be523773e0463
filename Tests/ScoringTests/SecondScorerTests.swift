import Basics
import Model
import Scoring
import Testing

/// Forms at random: at the edges of ages and limits more often than life would have it.
private struct RandomForms {
    let instrument: Instrument
    var random: SeededRandom

    mutating func next() -> FilledForm {
        var form = FilledForm(instrument)
        form.date = CalendarDate(days: Int32(18_000 + random.below(2500)))
        form.informant =
            instrument.informants.count == 1 && random.below(2) == 0
            ? nil : instrument.informants[random.below(instrument.informants.count)]
        let edition = random.below(instrument.editions.count + 1)
        form.edition = edition == 0 ? nil : instrument.editions[edition - 1].name
        form.birth = birth(before: form.date, instrument.editions[max(0, edition - 1)], &form)
        form.gestationWeeks = random.below(3) == 0 ? 26 + random.below(16) : nil
        answer(&form)
        return form
    }

    private mutating func birth(
        before date: CalendarDate, _ edition: Edition, _ form: inout FilledForm
    ) -> CalendarDate? {
        if random.below(12) == 0 { return nil }
        var months = random.below(240) - 2
        if !edition.forms.isEmpty, random.below(8) > 0 {
            let chosen = edition.forms[random.below(edition.forms.count)]
            let span = chosen.ages.unit == .years ? 12 : 1
            let first = chosen.ages.from * span
            months = first - 1 + random.below((chosen.ages.through ?? 20) * span - first + 3)
            form.interval = chosen.interval
        }
        return date.adding(months: -months).adding(days: random.below(5) - 2)
    }

    private mutating func answer(_ form: inout FilledForm) {
        let gaps = [0, 1, 4, 12][random.below(4)]
        let high = 1 + random.below(8)
        for (index, item) in instrument.items.enumerated() {
            let steps = Int((item.highest - item.lowest) / item.step)
            if isGiven(item) {
                let score = item.lowest + item.step * Int16(random.below(steps + 1))
                form.answers[index] = random.below(4) == 0 ? score : nil
                continue
            }
            let step = random.below(8) < high ? random.below(steps + 1) : 0
            let answer = item.lowest + item.step * Int16(step)
            form.answers[index] = random.below(100) < gaps ? item.whenEmpty : answer
        }
        guard instrument.items.contains(where: isGiven), random.below(4) == 0 else { return }
        let answers = instrument.items.indices.filter { !isGiven(instrument.items[$0]) }
        let blank = random.below(2) == 0 ? answers.count / 2 : answers.count
        for index in answers.prefix(blank) { form.answers[index] = nil }
    }

    /// Whether an item is a score that stands in for answers.
    private func isGiven(_ item: Item) -> Bool {
        item.name.hasSuffix("_total") || item.name.hasPrefix("sdq_") || item.name == "who5_index"
    }
}

@Suite("A plain second scorer") struct SecondScorerTests {
    @Test(arguments: [
        ("sdq", 25_000), ("pss", 10_000), ("fit", 25_000), ("asqse", 25_000), ("adbb", 10_000),
        ("who-5", 5_000),
    ])
    func agreesOnRandomForms(name: String, count: Int) {
        let instrument = ShippedInstruments.instrument(name)
        let scorer = Scorer(instrument)
        var forms = RandomForms(instrument: instrument, random: SeededRandom(seed: 20_260))
        var scored = 0
        for start in stride(from: 0, to: count, by: 1000) {
            let batch = (0..<1000).map { _ in forms.next() }
            var table = ScoredAssessments(instrument: name, scaleCount: instrument.scales.count)
            var tally = ScoringTally(scaleCount: instrument.scales.count)
            scorer.score(
                AssessmentBatch(batch, instrument), file: 3, into: &table, tally: &tally)
            for (row, form) in batch.enumerated() {
                let expected = PlainScoring.score(name, plain(form, instrument))
                let found = scores(row, of: table, instrument)
                scored += found.count
                #expect(found == expected, "\(name), form \(start + row)")
                guard found == expected else { return }
            }
        }
        #expect(scored > count / 3, "the random forms are hardly ever scored")
    }

    private func scores(
        _ row: Int, of table: ScoredAssessments, _ instrument: Instrument
    ) -> PlainScores {
        var scores: PlainScores = [:]
        for (index, scale) in instrument.scales.enumerated() {
            scores[scale.name] = table.score(row: row, scale: index)
        }
        return scores
    }

    private func plain(_ form: FilledForm, _ instrument: Instrument) -> PlainForm {
        var plain = PlainForm()
        for (item, answer) in zip(instrument.items, form.answers) {
            plain.answers[item.name] = answer.map { Int($0) }
        }
        plain.informant = form.informant ?? ""
        plain.edition = form.edition
        plain.interval = form.interval
        plain.gestationWeeks = form.gestationWeeks
        guard let birth = form.birth else { return plain }
        plain.months = months(birth, form.date)
        plain.isMonthDay = birth.civil.day == form.date.civil.day
        if let weeks = form.gestationWeeks {
            plain.correctedMonths = months(birth.adding(days: 7 * (40 - weeks)), form.date)
        }
        return plain
    }

    /// Completed months, counted one after the other; a month is complete on its day.
    private func months(_ birth: CalendarDate, _ date: CalendarDate) -> Int {
        let (born, day) = (birth.civil, date.civil)
        if date < birth { return -1 }
        var (year, month, count) = (born.year, born.month, 0)
        while true {
            month += 1
            if month == 13 { (year, month) = (year + 1, 1) }
            if (year, month, born.day) > (day.year, day.month, day.day) { return count }
            count += 1
        }
    }
}
