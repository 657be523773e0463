import Basics
import Model

/// The SDQ's added value score: how much better a child is than expected without treatment.
///
/// AVS = 2.3 + 0.8 · total₁ + 0.2 · impact₁ − 0.3 · emotional₁ − total₂, from the parent's SDQ
/// at baseline and about six months later (Ford, Hutchings, Bywater, Goodman & Goodman 2009,
/// British Journal of Psychiatry 194:552–558). Total 18, impact 4, emotional 5, then 15: 1.0.
struct AddedValueReading {
    private let total: ScaleReading
    private let impact: ScaleReading
    private let emotional: ScaleReading
    private let parent: UInt8

    /// The reference group's SD in points.
    static let referenceSD = 5.0
    private static let ages = AgeRange(from: 5, through: 16, unit: .years)

    /// Gives nothing where the run has no SDQ that parents fill in.
    init?(_ frame: Frame) {
        func scale(_ name: String) -> ScaleReading? { frame.scales.first { $0.name == name } }
        guard let total = scale("sdq.total"), let impact = scale("sdq.impact"),
            let emotional = scale("sdq.emotional"),
            let parent = frame.input.instruments[total.instrument].informants
                .firstIndex(of: "parent")
        else { return nil }
        self.total = total
        self.impact = impact
        self.emotional = emotional
        self.parent = UInt8(parent)
    }

    /// Adds a family's children.
    func add(_ family: FamilyReading, _ frame: Frame, to tally: inout AddedValueTally) {
        let sheet = frame.sheets[total.instrument]
        let strands = frame.gathering.strands
        var children = 0
        for strand in frame.strands(of: family.caseIndex)
        where Int(strands[strand].instrument) == total.instrument
            && strands[strand].informant == parent
        {
            guard let tenths = value(frame.rows(of: strand), sheet, family.windows) else {
                continue
            }
            children += 1
            tally.tenths.add(tenths)
            let identity = frame.identities.identity[Int(strands[strand].person)]
            if identity >= 0 { tally.courses.append(identity) }
        }
        if children > 0 { tally.families += 1 }
    }

    /// A child's added value in tenths of a point, or nothing.
    private func value(
        _ rows: StrandRows, _ sheet: Sheet, _ windows: CaseWindows
    ) -> Int64? {
        guard let baseline = rows.first(where: { isBaseline($0, sheet, windows) }),
            isComplete(Int(baseline.row), sheet),
            let followUp = followUp(rows, after: baseline.date, sheet)
        else { return nil }
        let first = Int(baseline.row)
        return 23 + 8 * sheet.units(first, total.scale, 1) + 2 * sheet.units(first, impact.scale, 1)
            - 3 * sheet.units(first, emotional.scale, 1)
            - 10 * sheet.units(Int(followUp.row), total.scale, 1)
    }

    private func isBaseline(_ row: StrandEntry, _ sheet: Sheet, _ windows: CaseWindows) -> Bool {
        sheet.hasScore(row, total.scale) && windows.baseline.contains(row.date)
    }

    private func isComplete(_ row: Int, _ sheet: Sheet) -> Bool {
        let birth = sheet.birthDates[row]
        return birth != AssessmentBatch.none && sheet.hasScore(row, impact.scale)
            && sheet.hasScore(row, emotional.scale)
            && AddedValueReading.ages.contains(
                birth: CalendarDate(days: birth), on: CalendarDate(days: sheet.dates[row]))
    }

    /// The total nearest six months after the baseline, within four to eight; the later at equal
    /// distance.
    private func followUp(
        _ rows: StrandRows, after baseline: Int32, _ sheet: Sheet
    ) -> StrandEntry? {
        let day = CalendarDate(days: baseline)
        let window = day.adding(months: 4).days...day.adding(months: 8).days
        let target = day.adding(months: 6).days
        var best: StrandEntry?
        for row in rows where sheet.hasScore(row, total.scale) && window.contains(row.date) {
            let distance = abs(row.date - target)
            if let best, distance > abs(best.date - target) { continue }
            best = row
        }
        return best
    }
}
