import Basics
import ReportModel

/// The few words that every page needs whatever it says.
struct RendererWords {
    let language: Language

    var skipLink: String { word("Gå til indholdet", "Skip to the content") }
    var pages: String { word("Sider", "Pages") }
    var onThisPage: String { word("På denne side", "On this page") }
    var notes: String { word("Noter", "Notes") }
    var backToText: String { word("Tilbage til teksten", "Back to the text") }
    var note: String { word("Note", "Note") }
    var table: String { word("Tabel", "Table") }
    var figure: String { word("Figur", "Chart") }
    var care: String { word("Læs med forbehold", "Read with care") }

    /// What a callout is, said before its title.
    func name(of kind: CalloutKind) -> String {
        switch kind {
        case .note: word("Bemærk", "Note")
        case .caution: word("Forbehold", "Caution")
        case .prohibition: word("Må ikke bruges til", "Not to be used for")
        case .praise: word("Godt gået", "Well done")
        }
    }

    /// A trend's direction and what it means, as a screen reader says it.
    func name(of trend: Trend) -> String {
        let way =
            switch trend.direction {
            case .up: word("stigende", "rising")
            case .down: word("faldende", "falling")
            case .level: word("uændret", "unchanged")
            }
        switch trend.meaning {
        case .better: return way + word(", bedre", ", better")
        case .worse: return way + word(", dårligere", ", worse")
        case .neutral: return way
        }
    }

    private func word(_ danish: String, _ english: String) -> String {
        language == .danish ? danish : english
    }
}

extension Trend {
    /// The arrow of the direction.
    var arrow: String {
        switch direction {
        case .up: "▲"
        case .down: "▼"
        case .level: "►"
        }
    }
}
