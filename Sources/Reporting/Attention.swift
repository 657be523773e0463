import Basics
import Model
import ReportModel

/// What stands out from ordinary variation, as sentences.
struct Attention {
    private let request: SectionRequest
    /// What went well.
    private(set) var praise: [Prose] = []
    /// What calls for a question.
    private(set) var questions: [Prose] = []

    /// Under this share of measurements made, the figures say little; our own line.
    static let leastAdherence = 0.8

    init(_ request: SectionRequest) {
        self.request = request
        for programme in request.programmes { note(programme) }
        for kind in MonthlySeries.Kind.allCases { note(kind) }
    }

    private var context: ReportContext { request.context }
    private var words: Words { request.words }

    private mutating func note(_ programme: Programme) {
        let targets = TargetReading(context, programme)
        praise += targets.above.map { sentence($0, programme, isAbove: true) }
        questions += targets.below.map { sentence($0, programme, isAbove: false) }
        noteAdherence(programme)
        noteGoals(programme)
    }

    /// `Mindre stress hos forældrene (kort sigt): 62 %, klart over målet på 50 %.`
    private func sentence(_ row: FigureRow, _ programme: Programme, isAbove: Bool) -> Prose {
        let outcome = programme.outcomes.first { $0.name == row.key("outcome") }
        let title = outcome?.title[context.language] ?? row.key("outcome")
        let outcomes = outcome.map { [$0] } ?? []
        let target =
            .quantity(outcome?.target.map { .share($0.value.value) } ?? .notComputed(""))
            + context.provisionalMark(ofTargets: outcomes)
        let horizon = Horizon(name: row.key("horizon")).map { words.horizon($0).lowercased() } ?? ""
        let start: Prose =
            "\(prefix(programme))\(title)\(context.provisionalMarks(of: outcomes)) (\(horizon)): "
        let share = row.quantity("share_achieved")
        let mark = row.earlierMark("share_achieved")
        return start
            + (isAbove
                ? context.say(
                    "\(share)\(mark), klart over målet på \(target)",
                    "\(share)\(mark), clearly above the target of \(target)")
                : context.say(
                    "\(share)\(mark), klart under målet på \(target)",
                    "\(share)\(mark), clearly below the target of \(target)"))
            + context.leftOut(row, ["not_measured", "ended"]) + "."
    }

    private func prefix(_ programme: Programme) -> String {
        request.programme == nil ? "\(programme.title[context.language]): " : ""
    }

    private mutating func noteAdherence(_ programme: Programme) {
        let reading = AdherenceReading(context, [programme])
        guard case .share(let share, _) = reading.share, share < Attention.leastAdherence else {
            return
        }
        questions.append(
            prefix(programme).prose
                + context.say(
                    """
                    Kun \(reading.share)\(reading.mark) af målingerne er foretaget til tiden; tallene om \
                    forandring hviler på dem, der er målt.
                    """,
                    """
                    Only \(reading.share)\(reading.mark) of the measurements were made on time; the figures of \
                    change rest on those measured.
                    """))
    }

    private mutating func noteGoals(_ programme: Programme) {
        guard let row = context.row("goals", GroupName(programme).keys),
            let overdue = row.count("overdue"), overdue > 0
        else { return }
        questions.append(
            prefix(programme).prose
                + (overdue == 1
                    ? context.say("Ét mål er over fristen.", "One goal is overdue.")
                    : context.say(
                        "\(.count(overdue))\(row.earlierMark("overdue")) mål er over fristen.",
                        "\(.count(overdue))\(row.earlierMark("overdue")) goals are overdue.")))
    }

    /// The newest signal of each monthly chart.
    private mutating func note(_ kind: MonthlySeries.Kind) {
        guard let reading = MonthlyReading(context, request.group, kind),
            let newest = reading.signals.last
        else { return }
        questions.append(
            """
            \(reading.title): \(words.rule(newest.rule)), \(newest.month).
            """)
    }
}
