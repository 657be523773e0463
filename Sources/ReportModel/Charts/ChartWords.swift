import Basics

/// The few words that charts and their tables need whatever they show.
package struct ChartWords: Sendable {
    package let language: Language

    /// Makes the words of a language.
    package init(_ language: Language) {
        self.language = language
    }

    /// Caption of a chart's data table.
    package var figuresOf: String { word("Tal bag figuren", "Figures behind the chart") }
    package var outcome: String { word("Virkning", "Outcome") }
    package var whom: String { word("For hvem", "For whom") }
    package var axis: String { word("Felt", "Axis") }
    package var scale: String { word("Skala", "Scale") }
    package var group: String { word("Gruppe", "Group") }
    package var unit: String { word("Enhed", "Unit") }
    package var period: String { word("Periode", "Period") }
    package var value: String { word("Værdi", "Value") }
    package var cutOff: String { word("Grænse", "Cut-off") }
    package var mean: String { word("Gennemsnit", "Mean") }
    package var lowerLimit: String { word("Nedre grænse", "Lower limit") }
    package var upperLimit: String { word("Øvre grænse", "Upper limit") }
    package var signal: String { word("Signal", "Signal") }
    package var noSignal: String { word("intet", "none") }
    package var size: String { word("Antal", "Number") }
    package var limits95: String { word("95 %-grænser", "95% limits") }
    package var limits998: String { word("99,8 %-grænser", "99.8% limits") }
    package var position: String { word("Placering", "Position") }
    package var outsideLimits: String { word("uden for grænserne", "outside the limits") }
    package var withinLimits: String { word("inden for grænserne", "within the limits") }
    package var notJudged: String { word("ikke vurderet", "not judged") }
    package var assumption: String { word("Antagelse", "Assumption") }
    package var atLow: String { word("Ved lav værdi", "At the low value") }
    package var atHigh: String { word("Ved høj værdi", "At the high value") }
    package var year: String { word("År", "Year") }
    package var cumulativeNet: String { word("Samlet netto", "Net so far") }
    package var central: String { word("Centralt skøn", "Central estimate") }
    package var better: String { word("bedre", "better") }
    package var worse: String { word("dårligere", "worse") }
    package var interval: String { word("interval", "interval") }

    private func word(_ danish: String, _ english: String) -> String {
        language == .danish ? danish : english
    }
}
