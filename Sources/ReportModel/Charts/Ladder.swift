/// A change theory's outcomes as rungs, with the share that reached each by horizon.
public struct Ladder: Sendable, Hashable {
    /// One outcome.
    public struct Rung: Sendable, Hashable {
        /// What is to be achieved.
        public var outcome: String
        /// Whom it is about: child, parent, family.
        public var whom: String
        /// One step for each horizon; nothing where the outcome is not expected then.
        public var steps: [Step?]

        /// Makes a rung.
        public init(_ outcome: String, whom: String, steps: [Step?]) {
            self.outcome = outcome
            self.whom = whom
            self.steps = steps
        }
    }

    /// An outcome at one horizon.
    public struct Step: Sendable, Hashable {
        /// The share that reached it, which gives the shade.
        public var share: Quantity
        /// So many of so many measured.
        public var reached: Quantity
        /// The verdict in a few words, such as `som mål`.
        public var remark: String?

        /// Makes a step.
        public init(share: Quantity, reached: Quantity, remark: String? = nil) {
            self.share = share
            self.reached = reached
            self.remark = remark
        }
    }

    /// The horizons, from the nearest to the furthest.
    public let horizons: [String]
    /// The outcomes, in the order in which they stand.
    public let rungs: [Rung]

    /// Makes a ladder; every rung has a step, or nothing, for each horizon.
    public init(horizons: [String], rungs: [Rung]) {
        for rung in rungs {
            precondition(
                rung.steps.count == horizons.count,
                "\(rung.steps.count) steps for \(horizons.count) horizons in '\(rung.outcome)'")
        }
        self.horizons = horizons
        self.rungs = rungs
    }

    func table(_ words: ChartWords) -> (columns: [Column], rows: [Row]) {
        let columns = [.rowHeader(words.outcome), .text(words.whom)] + horizons.map(Column.figures)
        let rows = rungs.map { rung in
            Row([Prose(rung.outcome), Prose(rung.whom)] + rung.steps.map { $0?.prose ?? "" })
        }
        return (columns, rows)
    }
}

extension Ladder.Step {
    /// Share, counts and remark in one cell; a share that is not shown says why once.
    var prose: Prose {
        let end = remark.map { Prose(", \($0)") } ?? ""
        guard share.isShown else { return .quantity(share) + end }
        return "\(share) (\(reached))" + end
    }
}
