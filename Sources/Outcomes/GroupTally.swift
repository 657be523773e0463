import Model

/// Everything that is added up in one group while its cases are read.
struct GroupTally {
    /// Three horizons a measure.
    var cells: [ChangeTally]
    /// One an outcome of the group's programme.
    var outcomes: [StatusCounts] = []
    /// One a horizon.
    var sides: [SidesTally]
    var addedValue = AddedValueTally()
    /// One a pair of raters.
    var raters: [RaterTally]
    /// Three a pair of scales one of which is outgrown, one a horizon.
    var formChanges: [[ZoneCounts]]
    /// Follow-ups judged in each month, and those of them that improved.
    var followUps: [MonthCount]

    /// A month's numerator and denominator.
    struct MonthCount {
        var hits = 0
        var total = 0

        mutating func merge(_ other: MonthCount) {
            hits += other.hits
            total += other.total
        }
    }

    init(_ frame: Frame, _ comparisons: Comparisons, _ programme: ProgrammeReading?) {
        cells = Array(repeating: ChangeTally(), count: frame.measures.count * 3)
        outcomes = Array(
            repeating: StatusCounts(), count: programme?.evidence.outcomes.count ?? 0)
        sides = Array(repeating: SidesTally(), count: 3)
        raters = Array(repeating: RaterTally(), count: comparisons.pairs.count)
        formChanges = Array(
            repeating: Array(repeating: ZoneCounts(), count: Horizon.allCases.count),
            count: comparisons.outgrown.count)
        followUps = Array(repeating: MonthCount(), count: comparisons.calendar.count)
    }

    /// Adds a family's series, measure by measure.
    mutating func add(_ family: FamilyReading, _ identities: Identities, _ calendar: Months) {
        GroupTally.add(family, identities, to: &cells)
        for series in family.series {
            count(series.short, calendar)
            count(series.medium, calendar)
            count(series.long, calendar)
        }
    }

    private static func add(
        _ family: FamilyReading, _ identities: Identities, to cells: inout [ChangeTally]
    ) {
        // Without asking at every cell whether the list is shared.
        cells.withUnsafeMutableBufferPointer { cells in
            for measure in family.measures {
                let first = Int(measure) * 3
                cells[first].add(family, measure, .short, identities)
                cells[first + 1].add(family, measure, .medium, identities)
                cells[first + 2].add(family, measure, .long, identities)
            }
        }
    }

    /// Counts a judged follow-up in its month.
    @inline(__always)
    private mutating func count(_ reading: HorizonReading, _ calendar: Months) {
        guard reading.change != .none, let month = calendar.index(of: reading.date) else { return }
        followUps[month].total += 1
        if reading.change == .improved { followUps[month].hits += 1 }
    }

    /// Adds a part of the group; a sum over programmes has no outcomes and takes none.
    mutating func merge(_ other: GroupTally) {
        for index in cells.indices where !other.cells[index].isEmpty {
            cells[index].merge(other.cells[index])
        }
        for index in outcomes.indices { outcomes[index].merge(other.outcomes[index]) }
        for index in sides.indices { sides[index].merge(other.sides[index]) }
        addedValue.merge(other.addedValue)
        for index in raters.indices { raters[index].merge(other.raters[index]) }
        for index in formChanges.indices {
            for horizon in formChanges[index].indices {
                formChanges[index][horizon].merge(other.formChanges[index][horizon])
            }
        }
        for index in followUps.indices { followUps[index].merge(other.followUps[index]) }
    }
}

/// Families by the change of both sides.
struct SidesTally {
    var counts = [Int](repeating: 0, count: 25)
    var notYetDue = 0

    mutating func merge(_ other: SidesTally) {
        for index in counts.indices { counts[index] += other.counts[index] }
        notYetDue += other.notYetDue
    }
}

/// Added values in tenths of a point.
struct AddedValueTally {
    var tenths = ChangeTally.Sum()
    var families = 0
    var courses: [Int32] = []

    mutating func merge(_ other: AddedValueTally) {
        tenths.merge(other.tenths)
        families += other.families
        courses += other.courses
    }
}

/// Two raters' baselines of the same persons, in units of the scale.
struct RaterTally {
    var first = ChangeTally.Sum()
    var second = ChangeTally.Sum()
    var products: Int128 = 0

    mutating func add(_ a: Int64, _ b: Int64) {
        first.add(a)
        second.add(b)
        products += Int128(a) * Int128(b)
    }

    mutating func merge(_ other: RaterTally) {
        first.merge(other.first)
        second.merge(other.second)
        products += other.products
    }
}

extension StatusCounts {
    mutating func merge(_ other: StatusCounts) {
        achieved += other.achieved
        partly += other.partly
        notAchieved += other.notAchieved
        alreadyThere += other.alreadyThere
        notMeasured += other.notMeasured
        ended += other.ended
        notYetDue += other.notYetDue
    }
}
