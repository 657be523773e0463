import Testing

@testable import Runs

@Suite struct UnitNamesTests {
    @Test(arguments: [
        ("Team Nord", "Team Nord"), ("Ærø", "Ærø"), ("*", "(*)"), ("-", "(-)"), ("", ""),
        ("a\nb\tc", "a b c"), ("a\u{202E}b\u{7}", "a\u{FFFD}b\u{FFFD}"), ("=1+1", "=1+1"),
    ])
    func aNameIsOneLineThatControlsNothing(name: String, shown: String) {
        #expect(UnitName.showable([name]) == [shown])
    }

    @Test func aNumberInTheFormOfACPRNumberIsMasked() {
        #expect(!UnitName.showable(["Team 010203-1234"])[0].contains("1234"))
    }

    @Test func whatIsLongerThanALineIsCutAndStaysTold() {
        let long = String(repeating: "æ", count: 100_000)
        let names = UnitName.showable([long + "b", "Nord", long + "a"])
        #expect(names.map { $0.unicodeScalars.count <= 126 } == [true, true, true])
        #expect(names[1] == "Nord")
        #expect(names[2].hasSuffix("æ…") && names[0].hasSuffix("æ… (2)"))
        #expect(UnitName.showable([long + "a", "Nord", long + "b"]) == names.reversed())
    }
}
