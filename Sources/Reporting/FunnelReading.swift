import Basics
import Model
import ReportModel

/// The units of one programme on one scale at one horizon.
struct FunnelReading {
    /// Which scale, by whom, when.
    struct Measure: Hashable {
        var scale: String
        var informant: String
        var horizon: String

        init(_ row: FigureRow) {
            scale = row.key("scale")
            informant = row.key("informant")
            horizon = row.key("horizon")
        }
    }

    private let request: SectionRequest
    private let programme: Programme
    private let measure: Measure
    private let rows: [FigureRow]
    private let common: FigureRow

    /// Gives nothing where no unit or no common share may be shown.
    init?(
        _ request: SectionRequest, _ programme: Programme, _ measure: Measure, _ rows: [FigureRow]
    ) {
        guard rows.contains(where: { $0.number("share") != nil }),
            let common = rows.first(where: { $0.number("expected") != nil })
        else { return nil }
        self.request = request
        self.programme = programme
        self.measure = measure
        self.rows = rows
        self.common = common
    }

    private var words: Words { request.words }

    /// The funnel; under twelve units no unit is judged.
    var chart: Chart {
        let scale = request.context.title(ofScale: measure.scale, in: programme)
        let horizon = Horizon(name: measure.horizon).map(words.atHorizon) ?? ""
        let title =
            "\(scale) (\(words.informant(measure.informant))) \(horizon), "
            + programme.title[request.context.language]
        return Chart(
            kebab(
                "funnel-\(programme.name)-\(measure.scale)-\(measure.informant)-\(measure.horizon)"),
            title: title,
            description: description, note: note, .funnel(funnel)
        ).noting(rows, request.context)
    }

    private var description: String {
        words.say(
            "Andelen i fremgang i hver kommune efter antal målte",
            "The share improved in each municipality by number measured")
            + (limits.isEmpty
                ? "." : words.say(", med 95 %- og 99,8 %-grænser.", ", with 95% and 99.8% limits."))
    }

    private var hasVerdict: Bool { (common.number("units") ?? 0) >= 12 }

    /// Why no unit is judged, where none is.
    private var note: Prose? {
        if !hasVerdict {
            return request.context.say(
                "Der er under 12 enheder, så ingen enhed vurderes.",
                "There are fewer than 12 units, so no unit is judged.")
        }
        guard limits.isEmpty else { return nil }
        return request.context.say(
            """
            Grænserne er skjult, fordi de kunne røbe enkelte familier, så ingen enhed vurderes.
            """,
            """
            The limits are hidden because they could give single families away, so no unit is \
            judged.
            """)
    }

    private var funnel: Funnel {
        Funnel(
            units: rows.map(unit), common: common.quantity("expected"), limits: limits,
            sizeAxis: Axis(words.say("Antal målte", "Number measured")),
            shareAxis: Axis(words.say("Andel bedre", "Share improved"), range: 0...1))
    }

    private func unit(_ row: FigureRow) -> Funnel.Unit {
        Funnel.Unit(
            row.key("municipality"), size: row.quantity("measured"), share: row.quantity("share"),
            hasVerdict ? position(row) : .notJudged)
    }

    private func position(_ row: FigureRow) -> Funnel.Position {
        guard let share = row.number("share"), let low = row.number("low_998"),
            let high = row.number("high_998"), row.areOfOneDay(["share", "low_998", "high_998"])
        else { return .notJudged }
        if share > high { return .outside(.better) }
        return share < low ? .outside(.worse) : .within
    }

    /// The limits at the sizes of the units that are shown.
    private var limits: [Funnel.Limit] {
        var bySize: [Int: Funnel.Limit] = [:]
        for row in rows {
            guard let size = row.count("measured"), size > 0, let inner = range(row, "95"),
                let outer = range(row, "998"),
                row.areOfOneDay(["measured", "low_95", "high_95", "low_998", "high_998"])
            else { continue }
            bySize[size] = Funnel.Limit(size: Double(size), inner: inner, outer: outer)
        }
        return bySize.values.sorted { $0.size < $1.size }
    }

    private func range(_ row: FigureRow, _ name: String) -> ClosedRange<Double>? {
        guard let low = row.number("low_" + name), let high = row.number("high_" + name),
            low <= high
        else { return nil }
        return low...high
    }
}
