import Basics
import Model
import ReportModel

/// The change of a programme's families on one scale, at the furthest horizon that may be shown,
/// as a sentence that reads well aloud.
struct ChangeReading {
    let context: ReportContext
    let programme: Programme
    let named: NamedScale
    let row: FigureRow
    let horizon: Horizon

    /// Gives nothing where no horizon has anybody measured.
    init?(_ context: ReportContext, _ programme: Programme, _ side: ComparedSides.Side) {
        guard let named = context.scale(side.scale) else { return nil }
        let rows = context.rows("outcomes", GroupName(programme).keys + [side.scale]).filter {
            side.informant == nil || $0.key("informant") == side.informant
        }
        let furthest = Horizon.allCases.reversed().lazy.compactMap { horizon in
            rows.first { $0.key("horizon") == horizon.name && $0.number("share_improved") != nil }
        }.first
        guard
            let row = furthest ?? rows.first(where: { $0.isHidden("share_improved") }),
            let horizon = Horizon(name: row.key("horizon"))
        else { return nil }
        self.context = context
        self.programme = programme
        self.named = named
        self.row = row
        self.horizon = horizon
    }

    private var words: Words { context.words }

    /// A tile that says whose change it is.
    func tile(_ who: String, link: Bool) -> HeadlineTile {
        let scale = context.title(ofScale: named.scale.name, in: programme)
        let where_ = link ? " · \(programme.title[context.language])" : ""
        let title = "\(who): \(scale)\(where_)"
        return HeadlineTile(
            title,
            Tile(
                title, figure: row.quantity("share_improved"), reading: sentence, trend: trend,
                caution: caution, link: link ? .page("programmes/\(programme.name)") : nil),
            isShown: row.number("share_improved") != nil)
    }

    /// `12 af 31 børn er i sikker fremgang på kort sigt; den rigtige andel ligger formentlig
    /// mellem 24 og 56 %.`
    var sentence: Prose {
        let improved = row.quantity("improved")
        let people = words.people(named.instrument.about, row.count("n_measured"))
        let end = " \(verb)" + provisional + " \(words.atHorizon(horizon))" + certainty
        guard improved.isShown, judged.isShown else {
            let share = row.quantity("share_improved")
            return context.say(
                "\(share) af de målte \(people)", "\(share) of the measured \(people)")
                + end
        }
        return "\(.part(improved, of: judged)) \(people)" + end
    }

    /// A mark where the rule by which they improved is not yet confirmed.
    var provisional: Prose { context.provisionalMarks(ofScales: [named.scale.name]) }

    /// How many the share is of.
    private var judged: Quantity {
        row.whole(
            "improved", share: "share_improved", of: ["improved", "no_change", "deteriorated"])
    }

    /// What the scale's rule lets improvement be called; never reliable where it is not.
    private var verb: String {
        let isOne = row.count("improved") == 1
        return switch named.judgement(row.key("informant")) {
        case .reliable:
            words.say(
                "er i sikker fremgang", isOne ? "has improved reliably" : "have improved reliably")
        case .moved:
            words.say(
                "har flyttet sig til det bedre",
                isOne ? "has moved for the better" : "have moved for the better")
        case .minimalImportantDifference:
            words.say(
                "er gået frem med mindst den mindste relevante forskel",
                isOne
                    ? "has gained at least the minimal important difference"
                    : "have gained at least the minimal important difference")
        case .none: words.say("har det bedre", isOne ? "is better" : "are better")
        }
    }

    private var certainty: Prose {
        let low = row.quantity("share_improved_low")
        let high = row.quantity("share_improved_high")
        let mark = row.earlierMark("share_improved", "improved")
        guard low.isShown, high.isShown else { return mark + "." }
        return context.say(
            "; den rigtige andel ligger formentlig ", "; the true share is probably ")
            + words.between(low, high) + mark + "."
    }

    /// How many are missing stands beside every share, and what it could be with them; nothing
    /// where nobody is missing.
    var caution: Prose? {
        let unknown = row.sum(["n_missing", "n_ended"])
        guard unknown.isShown else {
            return context.say(
                "Antallet uden opfølgning er skjult.", "The number without follow-up is hidden.")
        }
        if unknown == .count(0) { return nil }
        let have = unknown == .count(1) ? "has" : "have"
        return context.say(
            "\(unknown) mangler en opfølgning eller er afsluttet før",
            "\(unknown) \(have) no follow-up or ended before it")
            + bounds + row.earlierMark("n_missing", "n_ended") + "."
    }

    /// What the share would be if none or all of the missing had improved, where they are of one
    /// day with it.
    private var bounds: Prose {
        let low = row.quantity("share_bound_low")
        let high = row.quantity("share_bound_high")
        guard low.isShown, high.isShown,
            row.areOfOneDay([
                "n_missing", "n_ended", "share_improved", "share_bound_low", "share_bound_high",
            ])
        else { return "" }
        return context.say("; med dem ligger andelen ", "; with them the share lies ")
            + words.between(low, high)
    }

    private var trend: Trend? {
        let keys =
            GroupName(programme).keys + [
                named.scale.name, row.key("informant"), horizon.name,
            ]
        return Movement(context, "outcomes", keys, "share_improved").trend(isGood: true)
    }
}
