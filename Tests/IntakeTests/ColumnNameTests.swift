import Testing

@testable import Intake

@Suite struct ColumnNameTests {
    /// Case, separators and leading zeros do not count, nor does damage to æøå.
    @Test(arguments: [
        ("SDQ_01", "sdq1"), ("sdq1", "sdq1"), ("Sdq 10", "sdq10"), ("q_0", "q0"), ("q00", "q0"),
        ("q007", "q7"), ("a1_02", "a12"), ("Duration (in seconds)", "durationinseconds"),
        ("Fødselsdato", "foedselsdato"), ("F\u{C3}\u{B8}dselsdato_01", "foedselsdato1"),
        ("sdq_01å", "sdq1aa"), ("", ""), ("__", ""),
    ])
    func aNameIsReducedToWhatIsCompared(_ name: String, _ key: String) {
        #expect(ColumnName.key(name) == key)
    }

    /// A name in ASCII and the same with a letter beyond it go two ways through the code.
    @Test(arguments: ["SDQ_01", "a1_02", "x00y0", "T2 - Impact 08", "0", "1_0_0"])
    func namesWithAndWithoutOtherLettersAreReducedAlike(_ name: String) {
        #expect(ColumnName.key(name + "å") == ColumnName.key(name) + "aa")
        #expect(ColumnName.key("æ" + name) == "ae" + ColumnName.key(name))
    }
}
