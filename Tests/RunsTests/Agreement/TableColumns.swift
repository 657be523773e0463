import Basics
import Model

@testable import Runs

/// How a table of a programme's page comes of a tidy table: by what its rows are told, and which
/// columns its cells are.
struct TableColumns {
    /// How a row's names lead to its key in the tidy table.
    enum Names {
        /// An outcome's title, then whom it is for and when.
        case outcome
        /// A scale's title and who filled it in; the caption ends in the horizon.
        case scale
        /// The programme's own title.
        case programme
        /// Rows are compared as a bag, since their titles stand in the definition alone.
        case none
    }

    var danish: String
    var english: String
    var table: String
    var names: Names
    /// The tidy columns of each cell that has any, by its place: one, or both ends of an interval.
    var cells: [Int: [String]]

    /// The tables that are compared.
    static let all = [
        TableColumns(
            danish: "Antal familier pr. virkning", english: "Families by outcome",
            table: "change-theory", names: .outcome,
            cells: [
                3: ["achieved"], 4: ["partly"], 5: ["not_achieved"], 6: ["already_there"],
                7: ["not_measured"], 8: ["ended"], 9: ["not_yet_due"],
            ]),
        TableColumns(
            danish: "Andel familier, der har nået virkningen",
            english: "Share of families by outcome", table: "change-theory", names: .outcome,
            cells: [3: ["share_achieved"], 4: ["share_low", "share_high"]]),
        TableColumns(
            danish: "Hvem der er målt, ", english: "Who was measured, ", table: "outcomes",
            names: .scale,
            cells: [
                2: ["n_measured"], 3: ["n_missing"], 4: ["n_no_baseline"], 5: ["n_ended"],
                6: ["n_not_yet_due"],
            ]),
        TableColumns(
            danish: "Fra start til opfølgning, ", english: "From baseline to follow-up, ",
            table: "outcomes", names: .scale,
            cells: [
                2: ["n_measured"], 3: ["mean_baseline"], 4: ["mean_follow_up"],
                5: ["mean_improvement"], 6: ["mean_improvement_low", "mean_improvement_high"],
                8: ["d"], 9: ["d_low", "d_high"],
            ]),
        TableColumns(
            danish: "Bedre, uændret og dårligere, ", english: "Better, unchanged and worse, ",
            table: "outcomes", names: .scale,
            cells: [
                3: ["improved"], 4: ["no_change"], 5: ["deteriorated"], 6: ["share_improved"],
                7: ["share_improved_low", "share_improved_high"],
                8: ["share_bound_low", "share_bound_high"],
            ]),
        TableColumns(
            danish: "Klinisk forandring, ", english: "Clinical change, ", table: "clinical",
            names: .scale,
            cells: [
                2: ["recovered"], 3: ["improved"], 4: ["unchanged"], 5: ["deteriorated"],
                6: ["harmed"],
            ]),
        TableColumns(
            danish: "Zoner, ", english: "Zones, ", table: "zones", names: .scale,
            cells: [2: ["better"], 3: ["same"], 4: ["worse"]]),
        TableColumns(
            danish: "Mål, som familierne har sat", english: "Goals that families have set",
            table: "goals", names: .programme,
            cells: [
                1: ["families"], 2: ["goals"], 3: ["open"], 4: ["reached"], 5: ["partly"],
                6: ["dropped"], 7: ["overdue"], 8: ["families_with_too_many"],
                9: ["follow_up_late"],
            ]),
        TableColumns(
            danish: "Planlagte målinger: ", english: "Scheduled measurements: ",
            table: "adherence", names: .none,
            cells: [1: ["families"], 2: ["due"], 3: ["done"], 4: ["share_done"]]),
        TableColumns(
            danish: "Faser", english: "Phases", table: "phases", names: .none,
            cells: [1: ["recorded"], 2: ["expected"], 3: ["over_time"], 4: ["contacts_due"]]),
    ]

    func starts(_ caption: String, _ language: Language) -> Bool {
        let start = language == .danish ? danish : english
        return start.hasSuffix(" ") ? caption.hasPrefix(start) : caption == start
    }
}

/// The words of the pages, written down once more.
enum PageWords {
    static let informants: [String: [Language: String]] = [
        "mor": [.danish: "mor", .english: "mother"], "far": [.danish: "far", .english: "father"],
        "barn": [.danish: "barnet", .english: "the child"],
        "child": [.danish: "barnet", .english: "the child"],
        "parent": [.danish: "forælder", .english: "parent"],
        "teacher": [.danish: "lærer eller pædagog", .english: "teacher"],
        "self": [.danish: "personen selv", .english: "the person"],
        "professional": [.danish: "fagperson", .english: "professional"],
    ]
    static let horizons: [String: [Language: String]] = [
        "short": [.danish: "kort sigt", .english: "short term"],
        "medium": [.danish: "mellemlangt sigt", .english: "medium term"],
        "long": [.danish: "langt sigt", .english: "long term"],
    ]
}

/// Whether a cell of a page says what cells of a tidy table say, rounded as it is written.
func says(_ cell: String, _ tidy: [String], _ language: Language) -> Bool {
    if tidy.contains("hidden") { return cell == (language == .danish ? "skjult" : "hidden") }
    let wanted = tidy.compactMap(Double.init)
    // What is not computed gives its reason after a dash, or nothing.
    if wanted.count < tidy.count { return cell.isEmpty || cell.hasPrefix("–") }
    let written = shownNumbers(cell, language)
    guard written.count == wanted.count else { return false }
    let unit = cell.contains("%") ? 100.0 : 1
    return zip(written, wanted).allSatisfy { shown, value in
        // A hair more than half a unit in the last place: twelve digits are written.
        abs(shown.number - value * unit) <= 0.5 * shown.step + 1e-8
    }
}

/// The numbers of a cell and the unit of their last place; a unit that two share stands once.
private func shownNumbers(_ cell: String, _ language: Language) -> [(number: Double, step: Double)]
{
    let (thousands, point) = language == .danish ? (".", ",") : (",", ".")
    return writtenNumbers(cell).compactMap { written in
        let text = written.filter { String($0) != thousands }.map {
            String($0) == point ? "." : $0 == "−" ? "-" : $0
        }.filter { $0 != "+" }
        let decimals = text.firstIndex(of: ".").map { text.count - $0 - 1 } ?? 0
        return Double(String(text)).map { ($0, decimals == 0 ? 1 : decimals == 1 ? 0.1 : 0.01) }
    }
}
