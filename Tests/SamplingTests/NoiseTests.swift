import Basics
import Testing

@testable import Sampling

private func lines(_ noise: Noise, _ name: String) -> [String] {
    let files = sampleExports(SampleRequest(families: 80, seed: 7, noise: noise))
    let bytes = files.first { $0.name == name }!.bytes
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}

@Test func withoutNoiseNoRowIsBroken() {
    for export in exports {
        let rows = lines(.none, export.name)
        let whole = Set(rows)
        #expect(whole.count == rows.count)
        for row in rows.dropFirst() where export.breakable.proseColumn == nil {
            guard export.name != "stories.csv" else { continue }
            #expect(
                row.split(separator: ";", omittingEmptySubsequences: false).count
                    == export.columns.count)
            #expect(!row.contains("\""))
        }
    }
}

@Test func lowNoiseBreaksEachKindOnce() {
    let rows = lines(.low, "pss.csv")
    #expect(rows.count { $0.contains("31-02-2025") } == 1)
    #expect(rows.count { $0.hasPrefix("F99999X;") } == 1)
    #expect(rows.count { $0.contains(";99") } == 1)
    #expect(rows.count { $0.contains("ved ikke") } == 1)
    #expect(rows.count { $0.contains("\"") } == 1)
    #expect(rows.count - Set(rows).count == 1)
    #expect(rows.count == lines(.none, "pss.csv").count + 2)
}

@Test func lowNoiseTouchesAFewRowsOnly() {
    let sound = Set(lines(.none, "fit.csv"))
    #expect(lines(.low, "fit.csv").count { !sound.contains($0) } <= 7)
}

@Test func highNoiseBreaksMoreThanLow() {
    let sound = Set(lines(.none, "fit.csv"))
    let low = lines(.low, "fit.csv").count { !sound.contains($0) }
    let high = lines(.high, "fit.csv").count { !sound.contains($0) }
    #expect(high >= 2 * low)
}

@Test func everyCaseSurvivesLowNoise() {
    let identifiers = lines(.low, "cases.csv").dropFirst().map { $0.prefix { $0 != ";" } }
    #expect(Set(identifiers).count == 80)
}

@Test func aNumberThatLooksLikeACivilRegistrationNumberIsMaskedAndBelongsToNobody() {
    let wheel = lines(.low, "wheel.csv").filter { $0.contains(BreakKind.nobodysNumber) }
    #expect(wheel.count == 1)
    #expect(CivilRegistrationNumber.isHeld(in: wheel[0]))
    #expect(CalendarDate(year: 1898, month: 2, day: 29) == nil)
    #expect(!lines(.none, "wheel.csv").contains { CivilRegistrationNumber.isHeld(in: $0) })
}

@Test func textWithSeparatorsOrQuotesIsQuoted() {
    var table = RecordText(columns: ["a"])
    table.prose("ja; \"nej\"")
    table.prose("bare ja")
    table.field(tenths: 105)
    table.endRecord()
    let text = String(decoding: table.bytes, as: UTF8.self)
    #expect(text == "a\n\"ja; \"\"nej\"\"\";bare ja;10,5\n")
}
