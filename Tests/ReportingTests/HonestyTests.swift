import Basics
import Model
import ReportModel
import Testing

@testable import Reporting

@Suite struct HonestyTests {
    @Test(arguments: Language.allCases)
    func everyTableOfChangeSaysThatItIsNoEffect(_ language: Language) throws {
        var village = Village.rich
        village.language = language
        let sentence =
            language == .danish ? "ikke indsatsens effekt" : "it is not its effect"
        for kind in ["change-table", "change-theory", "dumbbell", "shares", "wheel", "programmes"] {
            #expect(try said(village, [kind]).contains(sentence), "\(kind)")
        }
    }

    @Test func significantIsOnlySaidOfTheClinicalKind() throws {
        let kinds = sections.filter { !$0.isOfFamily }.map { $0.kind }
        for language in Language.allCases {
            var village = Village.rich
            village.language = language
            let text = try said(village, kinds).lowercased()
            let all = text.split(separator: "signifi").count - 1
            let clinical =
                text.split(
                    separator: language == .danish ? "klinisk signifi" : "clinically signifi"
                )
                .count - 1
            #expect(all == clinical)
        }
    }

    @Test func aHiddenMeanIsHiddenInTheChartAndNeverNought() {
        var village = Village()
        village.change(0, measure: 0, measured: 31, improved: 12)
        village.change(1, measure: 0, measured: 3, improved: 1)
        let layout = Village.layout(["dumbbell", "trajectory"], scope: .programme)
        let report = compose(village.context, layout: layout)[0].report
        for chart in report.charts {
            for row in chart.table(in: .danish).rows {
                for cell in row.cells.dropFirst() {
                    #expect(cell.leadingQuantity?.shownValue != 0)
                }
            }
        }
    }

    @Test func aProvisionalRuleBearsAFootnoteWhereItStands() throws {
        let text = try said(.rich, ["change-table"])
        #expect(text.contains("SDQ i alt[^"))
        #expect(text.contains("foreløbig, indtil stedet har bekræftet den"))
        #expect(!text.contains("ORS i alt[^"))
    }

    /// The pages most read print what a provisional rule calls better, and so must say so.
    @Test(arguments: [
        ("headline", "fremgang[^1] på kort sigt"), ("programmes", "39 %[^1] (24–56 %)"),
        ("questions", "fremgang[^1] på kort sigt"), ("parents-and-children", "på SDQ i alt[^1]."),
    ])
    func aProvisionalRuleBearsAFootnoteInSentencesToo(_ kind: String, _ marked: String) throws {
        for changes in kind == "headline" ? ["tiles", "sentences"] : [] {
            let text = try said(.rich, [kind], settings: ["changes": changes])
            #expect(text.contains(marked), "\(changes)")
        }
        let text = try said(.rich, [kind])
        #expect(text.contains(marked))
        #expect(text.contains("SDQ i alt: Grænsen eller reglen for forandring er foreløbig"))
    }

    /// An outcome that a provisional rule decides, with a target of the same kind.
    private func provisionalOutcome() -> Village {
        var village = Village.rich
        village.programme.outcomes[0].evidence = [
            .scale(
                ScaleEvidence(scale: "sdq.total", informant: "parent", rule: .reliableImprovement))
        ]
        village.programme.outcomes[0].target?.evidence = .provisional
        return village
    }

    @Test(arguments: Language.allCases)
    func aProvisionalOutcomeOrTargetBearsAFootnote(_ language: Language) throws {
        var village = provisionalOutcome()
        village.language = language
        let isDanish = language == .danish
        let look = try said(village, ["look-into"])
        #expect(
            look.contains(isDanish ? "Mindre stress[^1] (kort sigt)" : "Less stress[^1] (short"))
        #expect(look.contains(isDanish ? "målet på 50 %[^2]" : "target of 50%[^2]"))
        let text = isDanish ? "er foreløbige, indtil stedet" : "are provisional until the site"
        for kind in ["look-into", "headline", "programmes"] {
            #expect(try said(village, [kind]).contains(text), "\(kind)")
        }
        let theory = try said(village, ["change-theory"])
        #expect(theory.contains(isDanish ? "| Mindre stress[^1] |" : "| Less stress[^1] |"))
    }

    @Test func theNumberOfTargetsTestedIsPrinted() throws {
        #expect(try said(.rich, ["change-theory"]).contains("2 mål er holdt op mod hver sit"))
        var one = Village()
        one.profile = .internal
        one.outcome(1, 0, achieved: 20, notAchieved: 10)
        #expect(try said(one, ["change-theory"]).contains("Ét mål er holdt op mod"))
    }

    @Test func boundsCountTheUnmeasured() throws {
        // 18 of 30 reached it, 10 not measured and 7 ended: 18 / 47 = 38 % to 35 / 47 = 74 %.
        #expect(try said(.rich, ["change-theory"]).contains("38–74 %"))
    }

    /// Every page that prints a share of change prints how many it leaves out.
    @Test(arguments: Language.allCases)
    func everyShareIsShownWithWhatIsMissing(_ language: Language) throws {
        var village = Village.rich
        village.language = language
        let isDanish = language == .danish
        let missing =
            isDanish
            ? "mellem 24 og 56 %. 14 mangler en opfølgning eller er afsluttet før; med dem ligger "
                + "andelen mellem 27 og 58 %."
            : "between 24 and 56%. 14 have no follow-up or ended before it; with them the share "
                + "lies between 27 and 58%."
        let sentences = try said(village, ["headline"], settings: ["changes": "sentences"])
        #expect(sentences.contains(missing))
        #expect(try said(village, ["questions"]).contains(missing))
        let short = isDanish ? "kort sigt; 14 uden opfølgning" : "short term; 14 without follow-up"
        #expect(try said(village, ["programmes"]).contains(short))
        let target = isDanish ? "målet på 50 %; 17 uden" : "target of 50%; 17 without"
        #expect(try said(village, ["look-into"]).contains(target))
    }

    @Test func aHiddenNumberOfMissingIsSaidToBeHidden() throws {
        var village = Village.rich
        for index in village.conclusions.changes.indices {
            village.conclusions.changes[index].standings.ended = 2
        }
        let text = try said(village, ["headline"], settings: ["changes": "sentences"])
        #expect(text.contains("mellem 24 og 56 %. Antallet uden opfølgning er skjult."))
        #expect(try said(village, ["programmes"]).contains("; uden opfølgning: skjult"))
    }

    @Test func anElementThatNobodyRatedIsListed() throws {
        let text = try said(.rich, ["elements"])
        #expect(text.contains("Hele familien"))
        #expect(text.contains("ikke vurderet"))
    }

    @Test func controlChartsSayHowOftenStableChartsSignal() throws {
        let text = try said(.rich, ["monthly"])
        #expect(
            text.contains("halvdelen af alle stabile diagrammer giver et signal inden for to år"))
        #expect(text.contains("uden for grænserne"))
    }

    /// One month with few hides the limits, which are worked out of all of them.
    @Test(arguments: Language.allCases)
    func hiddenLimitsAreNotCalledMissingAndHiddenSignalsNotNone(_ language: Language) throws {
        var village = Village.rich
        village.language = language
        for index in village.conclusions.monthly.indices {
            village.conclusions.monthly[index].points[3].numerator = 28
            village.conclusions.monthly[index].points[3].value = 28.0 / 30
        }
        let isDanish = language == .danish
        let text = try said(village, ["monthly"])
        #expect(text.contains(isDanish ? "signaler er skjult" : "signals are hidden"))
        #expect(!text.contains(isDanish ? "for få måneder" : "too few months"))
        #expect(!text.contains(isDanish ? "Ingen signaler" : "No signals"))
        #expect(
            text.contains(
                isDanish
                    ? "| nov. 25 | 70 % | skjult | skjult | skjult | skjult |"
                    : "| Nov 25 | 70% | hidden | hidden | hidden | hidden |"))
    }

    @Test func aMonthWithoutLimitsIsNotJudged() throws {
        var village = Village.rich
        for index in village.conclusions.monthly.indices {
            village.conclusions.monthly[index].chart = nil
        }
        let text = try said(village, ["monthly"])
        #expect(text.contains("Der er for få måneder, eller de er for ens"))
        #expect(text.contains("| okt. 25 | 67 % | – | – | – | – |"))
        #expect(!text.contains("Ingen signaler") && !text.contains("| intet |"))
    }

    @Test func storiesStandInTheInternalEditionAlone() throws {
        var village = Village.rich
        village.stories = ["Vi sover igen."]
        #expect(try !said(village, ["stories"]).contains("Vi sover igen."))
        village.profile = .internal
        #expect(try said(village, ["stories"]).contains("Vi sover igen."))
    }

    @Test func theInternalEditionSaysThatItIsInternal() throws {
        var village = Village.rich
        village.profile = .internal
        #expect(try said(village, ["method"]).contains("Denne udgave er intern"))
        #expect(
            compose(village.context, layout: Village.layout([]))[0].report.subtitle?
                .contains("intern udgave") == true)
    }

    @Test func aMonthWithFewIsAGap() throws {
        var village = Village.rich
        for index in village.conclusions.monthly.indices {
            village.conclusions.monthly[index].points[3].value = nil
            village.conclusions.monthly[index].points[3].denominator = 2
        }
        let charts = compose(village.context, layout: Village.layout(["monthly"]))[0].report.charts
        guard case .controlChart(let chart) = try #require(charts.first).drawing else {
            Issue.record("not a control chart")
            return
        }
        #expect(!chart.points[3].value.isShown)
        #expect(chart.points[4].value.isShown)
    }
}
