import Basics

/// The three points at which a change theory promises something.
public enum Horizon: UInt8, Sendable, Hashable, CaseIterable, Comparable {
    case short
    case medium
    case long

    /// The word in definitions and tables.
    public var name: String {
        switch self {
        case .short: "short"
        case .medium: "medium"
        case .long: "long"
        }
    }

    /// The horizon that a word names, or nothing.
    public init?(name: String) {
        guard let found = Horizon.allCases.first(where: { $0.name == name }) else { return nil }
        self = found
    }

    public static func < (a: Horizon, b: Horizon) -> Bool { a.rawValue < b.rawValue }
}

/// When measurements count: the baseline's window, and each horizon's day and tolerance.
public struct Timing: Sendable, Hashable {
    /// How many days before the case's start a baseline may lie.
    public var baselineDaysBefore: Int
    /// How many days after the case's start a baseline may lie.
    public var baselineDaysAfter: Int
    /// The horizons short, medium and long, by `Horizon.rawValue`.
    public var horizons: [HorizonTiming]

    /// Makes windows; there must be one timing a horizon.
    public init(baselineDaysBefore: Int, baselineDaysAfter: Int, horizons: [HorizonTiming]) {
        precondition(horizons.count == 3, "three horizons, not \(horizons.count)")
        self.baselineDaysBefore = baselineDaysBefore
        self.baselineDaysAfter = baselineDaysAfter
        self.horizons = horizons
    }

    /// A horizon's day and tolerance.
    public subscript(_ horizon: Horizon) -> HorizonTiming {
        get { horizons[Int(horizon.rawValue)] }
        set { horizons[Int(horizon.rawValue)] = newValue }
    }

    /// Baseline from 60 days before to 42 days after the start; 3, 12 and 24 months with 45, 90
    /// and 90 days either side.
    public static let standard = Timing(
        baselineDaysBefore: 60, baselineDaysAfter: 42,
        horizons: [
            HorizonTiming(at: .months(3), toleranceDays: 45),
            HorizonTiming(at: .months(12), toleranceDays: 90),
            HorizonTiming(at: .months(24), toleranceDays: 90),
        ])
}

/// One horizon's target day and how far from it a measurement may lie.
public struct HorizonTiming: Sendable, Hashable {
    /// What the target day is counted from.
    public enum Target: Sendable, Hashable {
        /// So many calendar months after the case's start.
        case months(Int)
        /// The day on which the case ends.
        case end
    }

    public var target: Target
    public var toleranceDays: Int
    public var reading: Reading

    /// Makes a horizon's timing.
    public init(at target: Target, toleranceDays: Int, reading: Reading = .source) {
        self.target = target
        self.toleranceDays = toleranceDays
        self.reading = reading
    }
}
