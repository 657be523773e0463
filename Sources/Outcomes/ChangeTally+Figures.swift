import Basics
import Model
import Statistics

extension ChangeTally {
    /// Turns the sums into a row of change, for one informant of a scale.
    func fill(_ change: inout GroupChange, _ scale: ScaleReading, informant: Int) {
        change.standings = StandingCounts(standings)
        change.families = families
        change.people = change.standings.measured - Identities.repeats(courses)
        fillMeans(&change, scale, informant)
        if !scale.change.entries.isEmpty { fillShares(&change) }
        let clinical = ClinicalCounts(clinical)
        if clinical.total > 0 { change.clinical = clinical }
        let zones = ZoneCounts(zones)
        if zones.total > 0 { change.zones = zones }
        change.attrition = attrition(unit: scale.unit)
    }

    /// Pairs whose points were subtracted.
    private var pairs: Int { improvement.count }

    private func fillMeans(_ change: inout GroupChange, _ scale: ScaleReading, _ informant: Int) {
        change.pairs = pairs
        guard pairs > 0 else { return }
        let unit = Double(scale.unit)
        let mean = improvement.mean / unit
        change.meanBaseline = baseline.mean / unit
        let rise = scale.better == .higher ? improvement.total : -improvement.total
        change.meanFollowUp = double(baseline.total + rise) / Double(pairs) / unit
        // From an interval the spread can be worked out, so both ask for as many pairs.
        let showsSpread = pairs >= 3
        change.meanImprovement = Estimates.mean(
            mean, clusterVariance: showsSpread ? clusterVariance.map { $0 / (unit * unit) } : nil,
            clusters: clusters)
        change.sdImprovement = showsSpread ? improvement.sd.map { $0 / unit } : nil
        change.sdBaseline = baseline.sd.map { $0 / unit }
        change.standardisedChange = Estimates.standardisedChange(
            improvement: improvement.moments(unit: unit), baseline: baseline.moments(unit: unit))
        change.expectedRegression = expectedRegression(change.meanBaseline ?? 0, scale, informant)
    }

    /// What untreated families would be expected to show: (1 − r_retest) · (M_baseline − M_norm),
    /// signed so that positive is better; where both are published for everybody who is meant, of
    /// whatever age and on whatever form.
    private func expectedRegression(
        _ mean: Double, _ scale: ScaleReading, _ informant: Int
    ) -> Double? {
        let norm = scale.norms.entries.first {
            ($0.informant == nil || $0.informant == informant) && $0.ages == nil && $0.form == nil
                && $0.value.retest != nil
        }?.value
        guard let norm, let retest = norm.retest else { return nil }
        let fall = (1 - retest.value) * (mean - norm.mean.value)
        return scale.better == .lower ? fall : -fall
    }

    private func fillShares(_ change: inout GroupChange) {
        let classes = ClassCounts(classes)
        change.classes = classes
        let judged = classes.total
        change.bounds = Estimates.bounds(
            classes.improved, of: judged, unknown: standings[.missing] + standings[.ended])
        guard judged > 0 else { return }
        change.shareImproved = share(classes.improved, of: judged, improvedClusters)
        change.shareNoChange = share(classes.noChange, of: judged, unchangedClusters)
        change.shareDeteriorated = share(classes.deteriorated, of: judged, deterioratedClusters)
    }

    private func share(_ count: Int, of judged: Int, _ sums: ShareClusters) -> Estimate {
        Estimates.share(
            count, of: judged,
            clusters: .init(
                families: judgedFamilies, squares: sums.squares, cross: sums.cross,
                sizes: judgedSizes))
    }

    /// The cluster-robust variance of the mean improvement, in units².
    private var clusterVariance: Double? {
        Estimates.clusterVariance(
            total: improvement.total, count: pairs,
            clusters: .init(
                count: clusters, squares: clusterTotals, cross: clusterCross, sizes: clusterSizes))
    }

    /// Whether those lost began elsewhere: (M₁ − M₂) / √((s₁² + s₂²) / 2).
    private func attrition(unit: Int64) -> Attrition? {
        guard baseline.count > 0, lost.count > 0 else { return nil }
        let unit = Double(unit)
        var difference: Double?
        if let first = baseline.variance, let second = lost.variance, first + second > 0 {
            difference = (baseline.mean - lost.mean) / ((first + second) / 2).squareRoot()
        }
        return Attrition(
            measured: baseline.count, missing: lost.count, meanMeasured: baseline.mean / unit,
            meanMissing: lost.mean / unit, standardisedDifference: difference)
    }
}

extension ChangeTally.Sum {
    var mean: Double { double(total) / Double(count) }

    /// The variance over n − 1, exact until the last division; nothing under two values.
    var variance: Double? {
        guard count > 1 else { return nil }
        let n = Int128(count)
        let (scaled, first) = squares.multipliedReportingOverflow(by: n)
        let (square, second) = total.multipliedReportingOverflow(by: total)
        let centred =
            first || second
            ? double(squares) * Double(count) - double(total) * double(total)
            : double(scaled - square)
        return centred / Double(count) / Double(count - 1)
    }

    /// The same in points: the sums are of 1 / `unit` points.
    func moments(unit: Double) -> Moments {
        Moments(
            count: count, mean: count == 0 ? 0 : mean / unit,
            sumOfSquares: (variance ?? 0) * Double(max(0, count - 1)) / (unit * unit))
    }

    var sd: Double? { variance.map { $0.squareRoot() } }
}

extension AddedValueTally {
    /// The group's mean ± t(n − 1) · SD / √n, as its authors give it (Ford et al. 2009): siblings
    /// count as if they were strangers. Nothing where no child has an added value.
    func figure(group: Int) -> AddedValueFigure? {
        guard tenths.count > 0 else { return nil }
        let mean = tenths.mean / 10
        let variance = tenths.variance.map { $0 / 100 / Double(tenths.count) }
        return AddedValueFigure(
            group: group, count: tenths.count, families: families,
            people: tenths.count - Identities.repeats(courses),
            mean: Estimates.mean(mean, clusterVariance: variance, clusters: tenths.count),
            effectSize: mean / AddedValueReading.referenceSD)
    }
}

extension RaterTally {
    /// How well the two raters agree.
    func agreement(group: Int, _ pair: RaterPair, unit: Int64) -> RaterAgreement {
        RaterAgreement(
            group: group, first: Int(pair.first), second: Int(pair.second), count: first.count,
            meanDifference: (first.mean - second.mean) / Double(unit),
            agreement: absoluteAgreement)
    }

    /// ICC(A,1): (MSR − MSE) / (MSR + MSE + 2 (MSC − MSE) / n) for two raters of n persons.
    ///
    /// McGraw & Wong (1996), Psychological Methods 1:30–46, table 4, two-way, absolute agreement.
    private var absoluteAgreement: Double? {
        let n = Double(first.count)
        guard first.count > 1, let a = first.variance, let b = second.variance else { return nil }
        let covariance = (double(products) - double(first.total) * second.mean) / (n - 1)
        let difference = first.mean - second.mean
        let persons = (a + b) / 2 + covariance
        let error = (a + b) / 2 - covariance
        let raters = n * difference * difference / 2
        let denominator = persons + error + 2 * (raters - error) / n
        return denominator == 0 ? nil : (persons - error) / denominator
    }
}
