import Basics

/// The few words that charts and their tables need whatever they show.
public struct ChartWords: Sendable {
    public let language: Language

    /// Makes the words of a language.
    public init(_ language: Language) {
        self.language = language
    }

    /// Caption of a chart's data table.
    public var figuresOf: String { word("Tal bag figuren", "Figures behind the chart") }
    public var outcome: String { word("Virkning", "Outcome") }
    public var whom: String { word("For hvem", "For whom") }
    public var axis: String { word("Felt", "Axis") }
    public var scale: String { word("Skala", "Scale") }
    public var group: String { word("Gruppe", "Group") }
    public var unit: String { word("Enhed", "Unit") }
    public var period: String { word("Periode", "Period") }
    public var value: String { word("Værdi", "Value") }
    public var cutOff: String { word("Grænse", "Cut-off") }
    public var mean: String { word("Gennemsnit", "Mean") }
    public var lowerLimit: String { word("Nedre grænse", "Lower limit") }
    public var upperLimit: String { word("Øvre grænse", "Upper limit") }
    public var signal: String { word("Signal", "Signal") }
    public var noSignal: String { word("intet", "none") }
    public var size: String { word("Antal", "Number") }
    public var limits95: String { word("95 %-grænser", "95% limits") }
    public var limits998: String { word("99,8 %-grænser", "99.8% limits") }
    public var position: String { word("Placering", "Position") }
    public var outsideLimits: String { word("uden for grænserne", "outside the limits") }
    public var withinLimits: String { word("inden for grænserne", "within the limits") }
    public var assumption: String { word("Antagelse", "Assumption") }
    public var atLow: String { word("Ved lav værdi", "At the low value") }
    public var atHigh: String { word("Ved høj værdi", "At the high value") }
    public var year: String { word("År", "Year") }
    public var cumulativeNet: String { word("Samlet netto", "Net so far") }
    public var result: String { word("Resultat", "Result") }
    public var baseline: String { word("Udgangspunkt", "Baseline") }
    public var central: String { word("Centralt skøn", "Central estimate") }
    public var better: String { word("bedre", "better") }
    public var worse: String { word("dårligere", "worse") }
    public var hiddenPoint: String { word("ikke vist", "not shown") }
    public var interval: String { word("interval", "interval") }

    private func word(_ danish: String, _ english: String) -> String {
        language == .danish ? danish : english
    }
}
