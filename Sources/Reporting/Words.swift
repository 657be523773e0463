import Basics
import Model

/// The words that every page uses, in the report's language.
///
/// A wording is written in both languages where it is used, so none can be missing.
struct Words: Sendable {
    let language: Language

    /// The wording of the report's language.
    func say(_ danish: String, _ english: String) -> String {
        language == .danish ? danish : english
    }

    /// A horizon as a heading or a column.
    func horizon(_ horizon: Horizon) -> String {
        switch horizon {
        case .short: say("Kort sigt", "Short term")
        case .medium: say("Mellemlangt sigt", "Medium term")
        case .long: say("Langt sigt", "Long term")
        }
    }

    /// Whom an outcome is for.
    func whom(_ whom: Beneficiary) -> String {
        switch whom {
        case .children: say("Børn", "Children")
        case .parents: say("Forældre", "Parents")
        case .family: say("Familien", "The family")
        case .organisation: say("Organisationen", "The organisation")
        }
    }

    /// Who answered, as coded in the data.
    func informant(_ code: String) -> String {
        switch code {
        case "mor": say("mor", "mother")
        case "far": say("far", "father")
        case "barn", "child": say("barnet", "the child")
        case "parent": say("forælder", "parent")
        case "teacher": say("lærer eller pædagog", "teacher")
        case "self": say("personen selv", "the person")
        case "professional": say("fagperson", "professional")
        default: code
        }
    }

    /// How a count of families reads: one, few or none.
    func families(_ count: Int) -> String {
        count == 1 ? say("familie", "family") : say("familier", "families")
    }

    /// A verdict on a target.
    func verdict(_ word: String) -> String {
        switch word {
        case Verdict.above.rawValue: say("over målet", "above the target")
        case Verdict.below.rawValue: say("under målet", "below the target")
        case Verdict.notDistinguishable.rawValue:
            say("kan ikke skelnes fra målet", "not distinguishable from the target")
        case Verdict.dependsOnTheMissing.rawValue:
            say("afhænger af de manglende", "depends on the missing")
        case Verdict.tooFew.rawValue: say("for få til en vurdering", "too few for a verdict")
        default: word
        }
    }
}
