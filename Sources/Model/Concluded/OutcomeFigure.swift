import Basics

/// Where a family stands with an outcome.
public enum OutcomeStatus: UInt8, Sendable, Hashable, CaseIterable {
    case achieved
    case partly
    case notAchieved
    case alreadyThere
    case notMeasured
    case ended
    case notYetDue

    /// The word in tables.
    public var name: String {
        switch self {
        case .achieved: "achieved"
        case .partly: "partly"
        case .notAchieved: "not-achieved"
        case .alreadyThere: "already-there"
        case .notMeasured: "not-measured"
        case .ended: "ended"
        case .notYetDue: "not-yet-due"
        }
    }
}

/// How many families stand where with an outcome.
public struct StatusCounts: Sendable, Hashable {
    public var achieved = 0
    public var partly = 0
    public var notAchieved = 0
    public var alreadyThere = 0
    public var notMeasured = 0
    public var ended = 0
    public var notYetDue = 0

    /// Makes counts of nothing.
    public init() {}

    /// All families.
    public var total: Int { measured + alreadyThere + notMeasured + ended + notYetDue }

    /// The families that the share is of.
    public var measured: Int { achieved + partly + notAchieved }

    /// How many families have a status.
    public subscript(_ status: OutcomeStatus) -> Int {
        switch status {
        case .achieved: achieved
        case .partly: partly
        case .notAchieved: notAchieved
        case .alreadyThere: alreadyThere
        case .notMeasured: notMeasured
        case .ended: ended
        case .notYetDue: notYetDue
        }
    }

    /// Counts one more family.
    public mutating func count(_ status: OutcomeStatus) {
        switch status {
        case .achieved: achieved += 1
        case .partly: partly += 1
        case .notAchieved: notAchieved += 1
        case .alreadyThere: alreadyThere += 1
        case .notMeasured: notMeasured += 1
        case .ended: ended += 1
        case .notYetDue: notYetDue += 1
        }
    }
}

/// One outcome of a programme's change theory in one group.
public struct OutcomeFigure: Sendable, Hashable {
    /// Index among the groups: a programme, or a part of one.
    public var group: Int
    public var programme: String
    /// Index among the programme's outcomes.
    public var outcome: Int
    public var name: String
    public var horizon: Horizon
    public var whom: Beneficiary
    public var counts = StatusCounts()
    /// Whether anything is declared to measure the outcome.
    public var hasEvidence: Bool
    /// Achieved of achieved + partly + not achieved, with its 95 % Wilson interval.
    public var share: Estimate?
    /// The least and greatest that the share could be, were the unmeasured and ended known.
    public var bounds: Bounds?
    /// The share aimed at, 0 to 1.
    public var target: Sourced<Ratio>?
    public var verdict: Verdict?

    /// Makes an empty figure.
    public init(
        group: Int, programme: String, outcome: Int, name: String, horizon: Horizon,
        whom: Beneficiary, hasEvidence: Bool, target: Sourced<Ratio>? = nil
    ) {
        self.group = group
        self.programme = programme
        self.outcome = outcome
        self.name = name
        self.horizon = horizon
        self.whom = whom
        self.hasEvidence = hasEvidence
        self.target = target
    }
}

/// How a share stands to its target, by a 99 % interval.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case above
    case below
    case notDistinguishable = "not-distinguishable"
    case dependsOnTheMissing = "depends-on-the-missing"
    /// Fewer than five families are measured.
    case tooFew = "too-few"
}

/// How one side of a family has moved.
public enum SideChange: UInt8, Sendable, Hashable, CaseIterable {
    case better
    case unchanged
    case worse
    /// Persons on one side disagree.
    case mixed
    case notMeasured
}

/// Parents' and children's change in the same families, side by side.
public struct SidesFigure: Sendable, Hashable {
    public var group: Int
    public var programme: String
    public var horizon: Horizon
    /// Families by parents' change and children's change, row by row in `SideChange` order: 5 × 5.
    public var counts: [Int]
    /// Families whose horizon is not yet due; in no cell.
    public var notYetDue = 0

    /// Makes an empty table.
    public init(group: Int, programme: String, horizon: Horizon) {
        self.group = group
        self.programme = programme
        self.horizon = horizon
        let sides = SideChange.allCases.count
        counts = Array(repeating: 0, count: sides * sides)
    }

    /// How many families show this pair of changes.
    public subscript(parents: SideChange, children: SideChange) -> Int {
        get { counts[SidesFigure.cell(parents, children)] }
        set { counts[SidesFigure.cell(parents, children)] = newValue }
    }

    private static func cell(_ parents: SideChange, _ children: SideChange) -> Int {
        Int(parents.rawValue) * SideChange.allCases.count + Int(children.rawValue)
    }
}
