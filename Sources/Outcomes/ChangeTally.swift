import Model

/// What is added up of one measure at one horizon in one group: whole numbers only, so that the
/// order of adding changes nothing.
struct ChangeTally {
    var standings = StandingCounts()
    var families = 0
    /// Persons in several cases, by identity, once for each measured series.
    var courses: [Int32] = []

    /// Pairs whose points were subtracted; sums are in units of the scale, squares in units².
    var pairs = 0
    var baseline = Sum()
    var followUp = Sum()
    var improvement = Sum()
    /// Families with a pair; their totals and sizes, squared and crossed.
    var clusters = 0
    var clusterTotals: Int128 = 0
    var clusterCross: Int128 = 0
    var clusterSizes = 0

    var classes = ClassCounts()
    var improvedClusters = ShareClusters()
    var unchangedClusters = ShareClusters()
    var deterioratedClusters = ShareClusters()
    /// Families with a judged series.
    var judgedFamilies = 0
    var judgedSizes = 0

    var clinical = ClinicalCounts()
    var zones = ZoneCounts()
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
        pairs += other.pairs
        baseline.merge(other.baseline)
        followUp.merge(other.followUp)
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
    var classes = ClassCounts()
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
        family.classes.count(reading.change)
        zones.count(reading.zone)
        clinical.count(reading.clinical)
        let identity = identities.identity[Int(series.person)]
        if identity >= 0 { courses.append(identity) }
        guard reading.isSubtracted else { return }
        pairs += 1
        baseline.add(series.start)
        followUp.add(reading.score)
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
        let judged = family.classes.total
        guard judged > 0 else { return }
        classes.merge(family.classes)
        judgedFamilies += 1
        judgedSizes += judged * judged
        improvedClusters.add(family.classes.improved, of: judged)
        unchangedClusters.add(family.classes.noChange, of: judged)
        deterioratedClusters.add(family.classes.deteriorated, of: judged)
    }
}

extension StandingCounts {
    mutating func count(_ standing: Standing) {
        switch standing {
        case .notYetDue: notYetDue += 1
        case .noBaseline: noBaseline += 1
        case .measured: measured += 1
        case .ended: ended += 1
        case .missing: missing += 1
        }
    }

    mutating func merge(_ other: StandingCounts) {
        measured += other.measured
        missing += other.missing
        noBaseline += other.noBaseline
        ended += other.ended
        notYetDue += other.notYetDue
    }
}

extension ClassCounts {
    mutating func count(_ change: ChangeClass) {
        switch change {
        case .improved: improved += 1
        case .noChange: noChange += 1
        case .deteriorated: deteriorated += 1
        case .none: break
        }
    }

    mutating func merge(_ other: ClassCounts) {
        improved += other.improved
        noChange += other.noChange
        deteriorated += other.deteriorated
    }
}

extension ClinicalCounts {
    mutating func count(_ change: ClinicalClass) {
        switch change {
        case .recovered: recovered += 1
        case .improved: improved += 1
        case .unchanged: unchanged += 1
        case .deteriorated: deteriorated += 1
        case .harmed: harmed += 1
        case .none: break
        }
    }

    mutating func merge(_ other: ClinicalCounts) {
        recovered += other.recovered
        improved += other.improved
        unchanged += other.unchanged
        deteriorated += other.deteriorated
        harmed += other.harmed
    }
}

extension ZoneCounts {
    mutating func count(_ change: Int8?) {
        guard let change else { return }
        if change > 0 { better += 1 } else if change < 0 { worse += 1 } else { same += 1 }
    }

    mutating func merge(_ other: ZoneCounts) {
        better += other.better
        same += other.same
        worse += other.worse
    }
}
