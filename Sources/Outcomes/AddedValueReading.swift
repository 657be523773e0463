import Basics
import Model

/// The SDQ's added value score: how much better a child is than expected without treatment.
///
/// AVS = 2.3 + 0.8 · total₁ + 0.2 · impact₁ − 0.3 · emotional₁ − total₂, from the parent's SDQ
/// at baseline and about six months later (Ford, Hutchings, Bywater, Goodman & Goodman 2009,
/// British Journal of Psychiatry 194:552–558). Total 18, impact 4, emotional 5, then 15: 1.0.
struct AddedValueReading {
    /// Index among the scales made ready.
    private let reading: Int
    private let instrument: Int
    /// Indices among the instrument's scales.
    private let total: Int
    private let impact: Int
    private let emotional: Int
    private let parent: UInt8

    /// The reference group's SD in points.
    static let referenceSD = 5.0
    private static let ages = AgeRange(from: 5, through: 16, unit: .years)

    /// Gives nothing where the run has no SDQ that parents fill in.
    init?(_ frame: Frame) {
        func scale(_ name: String) -> Int? { frame.scales.firstIndex { $0.name == name } }
        guard let total = scale("sdq.total"), let impact = scale("sdq.impact"),
            let emotional = scale("sdq.emotional"),
            let parent = frame.input.instruments[frame.scales[total].instrument].informants
                .firstIndex(of: "parent")
        else { return nil }
        reading = total
        instrument = frame.scales[total].instrument
        self.total = frame.scales[total].scale
        self.impact = frame.scales[impact].scale
        self.emotional = frame.scales[emotional].scale
        self.parent = UInt8(parent)
    }

    /// Adds a family's children.
    func add(_ family: FamilyReading, _ frame: Frame, to tally: inout AddedValueTally) {
        var children = 0
        for at in frame.strands(of: family.caseIndex) {
            let strand = frame.gathering.strands[at]
            guard Int(strand.instrument) == instrument, strand.informant == parent,
                let tenths = frame.lending(
                    reading, { value(frame.rows(of: at), $1, family.windows) })
            else { continue }
            children += 1
            tally.tenths.add(tenths)
            let identity = frame.identities.identity[Int(strand.person)]
            if identity >= 0 { tally.courses.append(identity) }
        }
        if children > 0 { tally.families += 1 }
    }

    /// A child's added value in tenths of a point, or nothing.
    private func value(
        _ rows: StrandRows, _ sheet: Sheet, _ windows: CaseWindows
    ) -> Int64? {
        guard let baseline = rows.first(where: { isBaseline($0, sheet, windows) }),
            isComplete(baseline, sheet),
            let followUp = followUp(rows, after: baseline.date, sheet)
        else { return nil }
        let first = Int(baseline.row)
        return 23 + 8 * sheet.units(first, total, 1) + 2 * sheet.units(first, impact, 1)
            - 3 * sheet.units(first, emotional, 1)
            - 10 * sheet.units(Int(followUp.row), total, 1)
    }

    private func isBaseline(_ row: StrandEntry, _ sheet: Sheet, _ windows: CaseWindows) -> Bool {
        sheet.hasScore(row, total) && windows.baseline.contains(row.date)
    }

    private func isComplete(_ row: StrandEntry, _ sheet: Sheet) -> Bool {
        row.hasBirth && sheet.hasScore(row, impact) && sheet.hasScore(row, emotional)
            && AddedValueReading.ages.contains(
                birth: CalendarDate(days: sheet.birthDates[Int(row.row)]),
                on: CalendarDate(days: row.date))
    }

    /// The total nearest six months after the baseline, within four to eight; the later at equal
    /// distance.
    private func followUp(
        _ rows: StrandRows, after baseline: Int32, _ sheet: Sheet
    ) -> StrandEntry? {
        let steps = MonthSteps(from: CalendarDate(days: baseline))
        let window = steps.date(after: 4).days...steps.date(after: 8).days
        let target = steps.date(after: 6).days
        var best: StrandEntry?
        for row in rows where sheet.hasScore(row, total) && window.contains(row.date) {
            let distance = abs(row.date - target)
            if let best, distance > abs(best.date - target) { continue }
            best = row
        }
        return best
    }
}
