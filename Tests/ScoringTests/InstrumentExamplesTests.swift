import Basics
import Loading
import Model
import Scoring
import Testing

@Suite("Every shipped instrument") struct InstrumentExamplesTests {
    @Test(arguments: ShippedInstruments.names)
    func isReadWithoutAFinding(name: String) {
        #expect(ShippedInstruments.load(name).findings.map(\.line) == [])
    }

    @Test(arguments: ShippedInstruments.names)
    func scoresItsExamplesAsItSays(name: String) throws {
        let instrument = try #require(ShippedInstruments.load(name).value)
        #expect(verifyExamples(instrument).map(\.line) == [])
    }
}
