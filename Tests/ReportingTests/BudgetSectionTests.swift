import Basics
import Model
import ReportModel
import Testing

@testable import Reporting

@Suite struct BudgetSectionTests {
    @Test(arguments: Language.allCases)
    func theWhatIfIsNeverCalledANetResult(_ language: Language) throws {
        var village = Village.withBudget(.whatIf)
        village.language = language
        let report = compose(village.context, layout: Village.layout(["budget"]))[0].report
        let result = language == .danish ? "Nettoresultat" : "Net result"
        for table in report.tables {
            #expect(!table.columns.contains { $0.header.contains(result) })
            for row in table.rows {
                #expect(!row.cells[0].plain(in: language).contains(result))
            }
        }
        let text = try said(village, ["budget"])
        #expect(text.contains(language == .danish ? "Hvad-hvis-beregning" : "What-if calculation"))
    }

    @Test func thePartsStandInTheAgencysOrder() {
        let report = compose(
            Village.withBudget(.netResult).context, layout: Village.layout(["budget"]))[0].report
        let headings = report.blocks.compactMap { block -> String? in
            guard case .heading(4, let prose, _) = block else { return nil }
            return prose.plain(in: .danish)
        }
        #expect(
            headings == [
                "Omkostninger", "Effekt", "Resultater", "Følsomhed", "Forudsætninger",
            ])
    }

    @Test func theSummaryStandsWithItsCautions() throws {
        let text = try said(.withBudget(.netResult), ["budget"], settings: ["part": "summary"])
        #expect(text.contains("Nettoresultat: 20.000 kr. uden diskontering"))
        #expect(text.contains("må aldrig stå alene"))
        #expect(text.contains("De beviser ikke, at indsatsen er årsagen"))
        #expect(!text.contains("Følsomhed"))
    }

    @Test func sensitivityShowsWhatIsNotReached() throws {
        let text = try said(.withBudget(.netResult), ["budget"])
        #expect(text.contains("−50 %: −40.000 kr."))
        #expect(!text.contains("kr..") && !text.contains(" ."))
        #expect(text.contains("tallene rækker ikke så langt"))
        #expect(text.contains("I 1.000 trækninger (frø 7)"))
        #expect(text.contains("ikke sandsynligheden for at spare penge"))
    }

    @Test func fewSuccessesAreHiddenBesideTheForecast() throws {
        let hidden = try said(.withBudget(.whatIf, successes: 3), ["budget"])
        #expect(hidden.contains("Den målte andel er skjult"))
        #expect(!hidden.contains("3 af 40"))
        let shown = try said(.withBudget(.whatIf, successes: 12), ["budget"])
        #expect(shown.contains("12 af 40"))
    }

    /// A potential is with less without, and both stand wherever it is printed.
    @Test(arguments: Language.allCases, ["all", "summary", "brief"])
    func bothSharesStandBesideThePotential(_ language: Language, _ part: String) throws {
        var village = Village.withBudget(.whatIf, successes: 12)
        village.language = language
        let text = try said(village, ["budget"], settings: ["part": part])
        let isDanish = language == .danish
        #expect(
            text.contains(
                isDanish
                    ? "(40 % med indsatsen, 20 % uden)"
                    : "(40% with the intervention, 20% without it)"))
        #expect(
            text.contains(
                isDanish
                    ? "| Målt | 30 % (12 af 40) | 20–50 % | 20 % |"
                    : "| Measured | 30% (12 of 40) | 20–50% | 20% |"))
        #expect(text.contains(isDanish ? "tæller med som ikke lykkedes" : "as not successful"))
        #expect(!text.contains(isDanish ? "trukket fra" : "subtracted"))
    }

    /// Where the alternative is nought, nothing is net of what would have happened anyway.
    @Test(arguments: Language.allCases)
    func anAlternativeOfNoughtIsSaidToTakeNothingOff(_ language: Language) throws {
        var village = Village.withBudget(.whatIf, successes: 12, without: 0)
        village.language = language
        let text = try said(village, ["budget"], settings: ["part": "brief"])
        let isDanish = language == .danish
        #expect(
            text.contains(
                isDanish
                    ? "Der er intet trukket fra for dem, der ville nå succesmålet alligevel."
                    : "nothing is subtracted for those who would meet the success measure anyway."))
        #expect(text.contains(isDanish ? "0 % (intet trukket fra)" : "0% (nothing subtracted)"))
        #expect(text.contains(isDanish ? "er et øvre tal" : "is an upper figure"))
    }

    @Test func withoutABudgetThereIsNoSection() throws {
        #expect(try !said(.rich, ["budget"]).contains("Budgetpotentiale"))
    }
}
