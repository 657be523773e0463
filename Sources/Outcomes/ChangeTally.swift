import Model

/// What is added up of one measure at one horizon in one group: whole numbers only, so that the
/// order of adding changes nothing.
struct ChangeTally {
    var standings = KindCounts<Standing>()
    var families = 0
    /// Persons in several cases, by identity, once for each measured series.
    var courses: [Int32] = []

    /// Pairs whose points were subtracted, in units of the scale; squares are in units².
    var baseline = Sum()
    var improvement = Sum()
    /// Families with a pair; their totals and sizes, squared and crossed.
    var clusters = 0
    var clusterTotals: Int128 = 0
    var clusterCross: Int128 = 0
    var clusterSizes = 0

    var classes = KindCounts<ChangeClass>()
    var improvedClusters = ShareClusters()
    var unchangedClusters = ShareClusters()
    var deterioratedClusters = ShareClusters()
    /// Families with a judged series.
    var judgedFamilies = 0
    var judgedSizes = 0

    var clinical = KindCounts<ClinicalClass>()
    var zones = KindCounts<ZoneChange>()
    /// Baselines of those who were not measured again.
    var lost = Sum()

    /// A count, a sum and a sum of squares.
    struct Sum {
        var count = 0
        var total: Int128 = 0
        var squares: Int128 = 0

        mutating func add(_ value: Int64) {
            count += 1
            total += Int128(value)
            // A product of two numbers of 64 bits cannot overflow.
            squares += Int128(value) &* Int128(value)
        }

        mutating func merge(_ other: Sum) {
            count += other.count
            total += other.total
            squares += other.squares
        }
    }

    /// Σ k² and Σ k·n over families of n judged series, k of them in the class.
    struct ShareClusters {
        var squares = 0
        var cross = 0

        mutating func add(_ k: Int, of n: Int) {
            squares += k * k
            cross += k * n
        }

        mutating func merge(_ other: ShareClusters) {
            squares += other.squares
            cross += other.cross
        }
    }

    var isEmpty: Bool { standings.total == 0 }

    mutating func merge(_ other: ChangeTally) {
        standings.merge(other.standings)
        families += other.families
        courses += other.courses
        baseline.merge(other.baseline)
        improvement.merge(other.improvement)
        clusters += other.clusters
        clusterTotals += other.clusterTotals
        clusterCross += other.clusterCross
        clusterSizes += other.clusterSizes
        mergeShares(other)
        lost.merge(other.lost)
    }

    private mutating func mergeShares(_ other: ChangeTally) {
        classes.merge(other.classes)
        improvedClusters.merge(other.improvedClusters)
        unchangedClusters.merge(other.unchangedClusters)
        deterioratedClusters.merge(other.deterioratedClusters)
        judgedFamilies += other.judgedFamilies
        judgedSizes += other.judgedSizes
        clinical.merge(other.clinical)
        zones.merge(other.zones)
    }
}

/// What one family adds to one measure at one horizon.
struct FamilyTally {
    var measured = 0
    var pairs = 0
    var total: Int64 = 0
    var improved = 0
    var unchanged = 0
    var deteriorated = 0

    mutating func count(_ change: ChangeClass) {
        improved += change == .improved ? 1 : 0
        unchanged += change == .noChange ? 1 : 0
        deteriorated += change == .deteriorated ? 1 : 0
    }
}

extension ChangeTally {
    /// Adds a family's series of a measure at a horizon.
    @inline(__always)
    mutating func add(
        _ family: FamilyReading, _ measure: Int32, _ horizon: Horizon, _ identities: Identities
    ) {
        var own = FamilyTally()
        family.forEach(of: measure) { add($0, $0[horizon], &own, identities) }
        if own.measured > 0 { close(own) }
    }

    @inline(__always)
    private mutating func add(
        _ series: SeriesReading, _ reading: HorizonReading, _ family: inout FamilyTally,
        _ identities: Identities
    ) {
        standings.count(reading.standing)
        switch reading.standing {
        case .measured: addMeasured(series, reading, &family, identities)
        case .missing: lost.add(series.start)
        case .ended, .notYetDue, .noBaseline: break
        }
    }

    private mutating func addMeasured(
        _ series: SeriesReading, _ reading: HorizonReading, _ family: inout FamilyTally,
        _ identities: Identities
    ) {
        family.measured += 1
        family.count(reading.change)
        classes.count(reading.change)
        zones.count(reading.zone)
        clinical.count(reading.clinical)
        let identity = identities.identity[Int(series.person)]
        if identity >= 0 { courses.append(identity) }
        guard reading.isSubtracted else { return }
        baseline.add(series.start)
        improvement.add(reading.gain)
        family.pairs += 1
        family.total += reading.gain
    }

    /// Counts a family's part, now that all its series are added.
    private mutating func close(_ family: FamilyTally) {
        families += 1
        if family.pairs > 0 {
            let size = Int128(family.pairs)
            let total = Int128(family.total)
            clusters += 1
            clusterTotals += total &* total
            clusterCross += total &* size
            clusterSizes += family.pairs * family.pairs
        }
        let judged = family.improved + family.unchanged + family.deteriorated
        guard judged > 0 else { return }
        judgedFamilies += 1
        judgedSizes += judged * judged
        improvedClusters.add(family.improved, of: judged)
        unchangedClusters.add(family.unchanged, of: judged)
        deterioratedClusters.add(family.deteriorated, of: judged)
    }
}

extension ZoneCounts {
    mutating func count(_ change: ZoneChange) {
        switch change {
        case .better: better += 1
        case .same: same += 1
        case .worse: worse += 1
        case .none: break
        }
    }

    mutating func merge(_ other: ZoneCounts) {
        better += other.better
        same += other.same
        worse += other.worse
    }
}
