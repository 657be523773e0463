import Basics
import Model
import ReportModel

/// The words that every page uses, in the report's language.
///
/// A wording is written in both languages where it is used, so none can be missing.
struct Words: Sendable {
    let language: Language

    /// The wording of the report's language.
    func say(_ danish: String, _ english: String) -> String {
        language == .danish ? danish : english
    }

    /// Stands where a figure has no better reason for being absent.
    var notComputed: String { say("ikke beregnet", "not computed") }

    /// Stands where nobody has been measured.
    var noneMeasured: String { say("ingen målt", "none measured") }

    /// The heading of a 95 % interval.
    var interval: String { say("95 %-interval", "95% interval") }

    /// A horizon as a heading or a column.
    func horizon(_ horizon: Horizon) -> String {
        switch horizon {
        case .short: say("Kort sigt", "Short term")
        case .medium: say("Mellemlangt sigt", "Medium term")
        case .long: say("Langt sigt", "Long term")
        }
    }

    /// A horizon inside a sentence: `på kort sigt`.
    func atHorizon(_ horizon: Horizon) -> String {
        switch horizon {
        case .short: say("på kort sigt", "in the short term")
        case .medium: say("på mellemlangt sigt", "in the medium term")
        case .long: say("på langt sigt", "in the long term")
        }
    }

    /// A horizon with the time at which a programme sets it: `Kort sigt (3 måneder)`.
    func horizon(_ horizon: Horizon, in programme: Programme?) -> String {
        let timing = (programme?.timing ?? .standard)[horizon]
        return "\(self.horizon(horizon)) (\(time(timing.target)))"
    }

    private func time(_ target: HorizonTiming.Target) -> String {
        switch target {
        case .months(1): say("1 måned", "1 month")
        case .months(let months): say("\(months) måneder", "\(months) months")
        case .end: say("ved afslutning", "at the end")
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

    /// Who answered, as coded in the data; a code that is not known stands as it is.
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

    /// Which word a count of people takes: one, or several (and none).
    func people(_ about: FamilyRole, _ count: Int?) -> String {
        switch about {
        case .child: count == 1 ? say("barn", "child") : say("børn", "children")
        case .parent: count == 1 ? say("forælder", "parent") : say("forældre", "parents")
        case .unknown: count == 1 ? say("person", "person") : say("personer", "people")
        }
    }

    /// How a count of families reads: one, or several (and none).
    func families(_ count: Int?) -> String {
        count == 1 ? say("familie", "family") : say("familier", "families")
    }

    /// A count of families as a sentence's beginning: `ingen familier`, `én familie`, `12 familier`.
    func familyCount(_ quantity: Quantity) -> Prose {
        switch quantity {
        case .count(0): say("Ingen familier", "No families").prose
        case .count(1): say("Én familie", "One family").prose
        case .count(let count): "\(.count(count)) \(families(count))"
        default: say("Et antal familier (skjult)", "A number of families (hidden)").prose
        }
    }

    /// A verdict on a target.
    func verdict(_ verdict: Verdict) -> String {
        switch verdict {
        case .above: say("over målet", "above the target")
        case .below: say("under målet", "below the target")
        case .notDistinguishable:
            say("kan ikke skelnes fra målet", "not distinguishable from the target")
        case .dependsOnTheMissing: say("afhænger af de manglende", "depends on the missing")
        case .tooFew: say("for få til en vurdering", "too few for a verdict")
        }
    }

    /// What the two ends of an interval say, aloud: `mellem 24 og 56 %`.
    func between(_ low: Quantity, _ high: Quantity) -> Prose {
        guard case .share = low, let first = low.shownValue else {
            return say("mellem ", "between ").prose + "\(low)" + say(" og ", " and ").prose
                + "\(high)"
        }
        let percent = Quantity.count(Int((first * 100).rounded()))
        return language == .danish
            ? "mellem \(percent) og \(high)" : "between \(percent) and \(high)"
    }

    /// A title inside a sentence.
    func quoted(_ title: String) -> String { say("»\(title)«", "“\(title)”") }

    /// The first four names in a sentence, and how many more there are.
    func few(_ names: [String]) -> String {
        guard names.count > 5 else { return list(names) }
        let more = names.count - 4
        return list(Array(names.prefix(4)) + [say("\(more) andre", "\(more) others")])
    }

    /// Names with links in a sentence: `a, b og c`.
    func list(_ names: [Prose]) -> Prose {
        guard let last = names.last, let first = names.first, names.count > 1 else {
            return names.first ?? ""
        }
        let middle = names.dropFirst().dropLast().reduce(first) { $0 + ", " + $1 }
        return middle + say(" og ", " and ").prose + last
    }

    /// Names in a sentence: `a, b og c`.
    func list(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + say(" og ", " and ") + last
    }
}

extension String {
    /// The text as prose.
    var prose: Prose { Prose(self) }
}

/// A name with everything but small letters and digits as hyphens.
func kebab(_ name: String) -> String {
    String(name.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
}
