import Basics
import Testing

@testable import Sampling

private func text(_ name: String, _ files: [SampleFile]) -> String {
    String(decoding: files.first { $0.name == name }!.bytes, as: UTF8.self)
}

private func rows(_ name: String, _ files: [SampleFile]) -> [[String]] {
    text(name, files).split(separator: "\n").dropFirst().map {
        $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
}

private func date(_ text: String) -> CalendarDate? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3
        ? CalendarDate(year: parts[2], month: parts[1], day: parts[0]) : nil
}

private let eighty = sampleExports(SampleRequest(families: 80, seed: 20_261_031, noise: .none))

@Test func everyCanonicalFileIsWrittenOnce() {
    #expect(
        eighty.map(\.name) == [
            "cases.csv", "fit.csv", "sdq.csv", "pss.csv", "asqse.csv", "adbb.csv", "wheel.csv",
            "who5.csv", "functional.csv", "safety.csv", "indicators.csv", "goals.csv",
            "stories.csv",
        ])
}

@Test(arguments: [
    ("cases.csv", "case_id;municipality;team;programme;start_date;end_date;end_reason;phase"),
    (
        "fit.csv",
        "case_id;respondent_id;role;session_no;date;ors1;ors2;ors3;ors4;srs1;srs2;srs3;srs4;"
            + "form;birth_date"
    ),
    ("safety.csv", "case_id;rater;date;scale"),
    ("indicators.csv", "case_id;person_id;date;indicator;value"),
    ("goals.csv", "case_id;goal_id;set_date;due_date;status_date;status"),
    ("stories.csv", "case_id;date;story"),
])
func theHeaderIsTheCanonicalOne(file: String, header: String) {
    #expect(text(file, eighty).hasPrefix(header + "\n"))
}

@Test(arguments: [
    ("sdq.csv", 38), ("pss.csv", 21), ("asqse.csv", 78), ("adbb.csv", 12), ("wheel.csv", 14),
    ("who5.csv", 8), ("functional.csv", 14),
])
func everyHeaderHasTheColumnsOfItsForm(file: String, count: Int) {
    let header = text(file, eighty).prefix { $0 != "\n" }
    #expect(header.split(separator: ";").count == count)
}

@Test func theSameSeedGivesTheSameBytes() {
    let again = sampleExports(SampleRequest(families: 80, seed: 20_261_031, noise: .none))
    #expect(again == eighty)
}

@Test func anotherSeedGivesOtherFamilies() {
    let other = sampleExports(SampleRequest(families: 80, seed: 2, noise: .none))
    #expect(zip(other, eighty).allSatisfy { $0.bytes != $1.bytes })
}

/// The hash was taken on x86-64 Linux; a machine that gives another one is the finding.
@Test func theBytesAreTheSameOnEveryMachine() {
    let files = sampleExports(SampleRequest(families: 80, seed: 1, noise: .high))
    let all = files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(StableHash.of(all) == 6_195_980_009_681_092_028)
}

@Test func aFamilyStaysTheSameWhenOthersLeaveItsMonth() {
    let few = Family(number: 3, of: SampleRequest(families: 36, seed: 5))
    let many = Family(number: 3, of: SampleRequest(families: 72, seed: 5))
    #expect(few.identifier == many.identifier)
    #expect(few.programme.name == many.programme.name)
    #expect(few.parents.map(\.identifier) == many.parents.map(\.identifier))
}

@Test func familiesEnterInEveryMonthOfThreeYears() {
    let starts = rows("cases.csv", eighty).compactMap { date($0[4]) }
    #expect(starts.count == 80)
    #expect(starts.first!.iso.hasPrefix("2023-10"))
    #expect(starts.last!.iso.hasPrefix("2026-09"))
    #expect(Set(starts.map { $0.iso.prefix(7) }).count == 36)
}

@Test func mostFamiliesBelongToTheCoordinatingConsultant() {
    let programmes = rows("cases.csv", eighty).map { $0[3] }
    #expect(Set(programmes).count == 5)
    #expect((42...58).contains(programmes.count { $0 == "koordinerende-familiekonsulent" }))
}

@Test func nothingIsDatedAfterTheLastDayKnown() {
    for export in exports {
        for row in rows(export.name, eighty) {
            let day = date(row[export.breakable.dateColumn])
            #expect(day.map { $0 <= SampleRequest.defaultAsOf } ?? false)
        }
    }
}

@Test func aQuestionnaireByTheChildComesFromElevenYears() {
    for row in rows("sdq.csv", eighty) {
        let age = date(row[3])!.completedYears(to: date(row[4])!)
        #expect((row[2] == "self" ? 11...17 : 2...17).contains(age))
    }
}

@Test func childrenFromSixToTwelveFillInTheChildForm() {
    for row in rows("fit.csv", eighty) where row[2] == "barn" {
        let age = date(row[14])!.completedYears(to: date(row[4])!)
        #expect((row[13] == "cors") == (6...12).contains(age))
    }
}

/// Ages of ASQ:SE-2: Squires, Bricker & Twombly (2015), in completed months.
@Test func theIntervalOfAnInfantFitsTheCorrectedAge() {
    let firstMonths = [2: 1, 6: 3, 12: 9, 18: 15, 24: 21, 30: 27]
    let files = sampleExports(SampleRequest(families: 600, seed: 9, noise: .none))
    let forms = rows("asqse.csv", files)
    #expect(forms.count > 100)
    for row in forms {
        let weeks = Int(row[3])!
        let chronological = date(row[2])!.completedMonths(to: date(row[4])!)
        let correction = weeks <= 37 && chronological < 24 ? 7 * (40 - weeks) : 0
        let months = date(row[2])!.adding(days: correction).completedMonths(to: date(row[4])!)
        let interval = firstMonths.filter { $0.value <= months }.max { $0.value < $1.value }
        #expect(interval?.key == Int(row[5]))
    }
}

@Test func aboutThreeInAHundredAnswersAreLeftOut() {
    let files = sampleExports(SampleRequest(families: 400, seed: 3, noise: .none))
    let answers = rows("pss.csv", files).flatMap { $0[3...] }
    let share = Double(answers.count { $0.isEmpty }) / Double(answers.count)
    #expect((0.025...0.038).contains(share))
}

@Test func mostParentsAreLessStressedInTheEnd() {
    let files = sampleExports(SampleRequest(families: 400, seed: 4, noise: .none))
    var first: [String: Int] = [:]
    var last: [String: Int] = [:]
    for row in rows("pss.csv", files) {
        let answers = row[3...].compactMap { Int($0) }
        guard answers.count == 18 else { continue }
        let reversed: Set<Int> = [1, 2, 5, 6, 7, 8, 17, 18]
        let total = answers.enumerated()
            .map { reversed.contains($0 + 1) ? 6 - $1 : $1 }.reduce(0, +)
        if first[row[1]] == nil { first[row[1]] = total }
        last[row[1]] = total
    }
    let changes = first.map { last[$0.key]! - $0.value }.filter { $0 != 0 }
    let better = Double(changes.count { $0 < 0 }) / Double(changes.count)
    #expect((0.55...0.9).contains(better))
}

/// The Mondays of week 48 in an ISO 8601 calendar.
@Test(arguments: [
    (2023, "2023-11-27"), (2024, "2024-11-25"), (2025, "2025-11-24"), (2026, "2026-11-23"),
])
func week48BeginsOnItsMonday(year: Int, monday: String) {
    #expect(Family.week48(of: year).iso == monday)
}
