import Basics
import Testing

@Suite struct CivilRegistrationNumberTests {
    @Test(arguments: [
        "010190-1234", "0101901234", "010190 1234", "01.01.90-1234", "010190–1234",
        "010190\u{00A0}1234", "01-01-90-1234", "01/01/90 1234", "010190 - 1234", "610190-1234",
        "010190\u{2011}1234", "01011990-1234", "01.01.1990 1234", "٠١٠١٩٠-١٢٣٤",
        "010190:1234", "010190\u{200B}1234", "0101\u{2060}90-12\u{FEFF}34", "010190\u{200B}-1234",
        // Spreadsheets drop a first 0.
        "10190-1234", "101901234", "1.01.90 1234", "1011990-1234", "10119901234",
    ])
    func everyWayOfWritingANumberIsMasked(_ number: String) {
        #expect(CivilRegistrationNumber.masked("mor (\(number)) ringede") == "mor ([CPR]) ringede")
    }

    @Test(arguments: [
        "321390-1234", "sag 12345678901", "2026-10-31", "tlf. 12 34 56", "P0012345", "31-10-2026",
        "0113901234567", "101.901.234", "F101901234", "101901234F", "113901234", "1-10-2026 14:30",
        "31-12-2026 14:30", "a101901234bcdef0",
    ])
    func otherNumbersStand(_ text: String) {
        #expect(CivilRegistrationNumber.masked(text) == text)
    }

    @Test func aNumberNeedsNoControlDigit() {
        // Serials given since 1 October 2007 need not pass modulus 11: 1111111118 does, …1119 not.
        #expect(CivilRegistrationNumber.masked("111111-1119") == "[CPR]")
    }

    @Test func twoNumbersInOneTextAreBothMasked() {
        #expect(
            CivilRegistrationNumber.masked("010190-1234, 020290-4321.") == "[CPR], [CPR].")
    }
}
