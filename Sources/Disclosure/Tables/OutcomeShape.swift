import Model

/// How the counts of a scale, informant and horizon hang together.
///
/// The series of a group are measured, missing, without a baseline, ended or not yet due. The
/// measured are improved, unchanged or deteriorated; those who improved, recovered or only
/// improved; those who deteriorated, came to harm or only deteriorated; and they changed zone.
struct OutcomeShape {
    /// What a slice has counts of.
    struct Features: Sendable, Hashable {
        var hasClasses = false
        var hasClinical = false
        var hasZones = false
        var hasPairs = false

        /// Notes what one group has.
        mutating func note(_ change: GroupChange) {
            hasClasses = hasClasses || change.classes != nil
            hasClinical = hasClinical || change.clinical != nil
            hasZones = hasZones || change.zones != nil
            hasPairs = hasPairs || change.pairs > 0
        }

        /// What a measure has at one horizon it has at all, and points to subtract always: a
        /// figure that is merely not computed would say that nobody is measured.
        static func atEveryHorizon(_ features: [Features]) -> [Features] {
            let horizons = Horizon.allCases.count
            return features.indices.map { index in
                let first = index / horizons * horizons
                var whole = Features(hasPairs: true)
                for each in features[first..<(first + horizons)] {
                    whole.hasClasses = whole.hasClasses || each.hasClasses
                    whole.hasClinical = whole.hasClinical || each.hasClinical
                    whole.hasZones = whole.hasZones || each.hasZones
                }
                return whole
            }
        }

        /// The change of a group that has no series.
        var nobody: GroupChange {
            var change = GroupChange(group: 0, measure: 0, horizon: .short)
            if hasClasses { change.classes = ClassCounts() }
            if hasClinical { change.clinical = ClinicalCounts() }
            if hasZones { change.zones = ZoneCounts() }
            return change
        }
    }

    /// Danmarks Statistik shows no cell under three: a mean of fewer families is theirs.
    static let leastFamilies = 3

    private(set) var shape = SliceShape()
    private let features: Features
    private(set) var all = 0
    private var standings: [Int] = []
    private var classes: [Int] = []
    private var clinical: [Int] = []
    private var zones: [Int] = []
    private var pairs = -1

    init(_ features: Features) {
        self.features = features
        addStandings()
        if features.hasClasses { addClasses() }
        if features.hasClasses && features.hasClinical { addClinical() }
        if features.hasZones { addZones() }
        if features.hasPairs { addPairs() }
    }

    private mutating func addStandings() {
        all = shape.add()
        standings = (0..<5).map { shape.add(CellPlace(table: 0, figure: $0)) }
        shape.columns[standings[0]].append(CellPlace(table: 3, figure: 0))
        shape.columns[standings[1]].append(CellPlace(table: 3, figure: 1))
        for figure in 2...4 {
            shape.derive(CellPlace(table: 3, figure: figure), from: [standings[0], standings[1]])
        }
        // One horizon could tell another.
        shape.shared = SliceShape.bits(linkedStandings)
        shape.falling = SliceShape.bits([standings[4]])
        // Given up first what says least about change: not yet due, ended, no baseline, missing.
        shape.sums.append(PartsOfTotal(total: all, parts: [4, 3, 2, 1, 0].map { standings[$0] }))
    }

    private mutating func addClasses() {
        classes = (14...16).map { shape.add(CellPlace(table: 0, figure: $0)) }
        let measured = standings[0]
        shape.monthTerms = classes.map { column in
            SliceShape.MonthTerm(
                column: column,
                series: MonthSeries(kind: .followUpsImproved, isNumerator: false))
        }
        shape.monthTerms.append(
            SliceShape.MonthTerm(
                column: classes[0],
                series: MonthSeries(kind: .followUpsImproved, isNumerator: true)))
        shape.sums.append(
            PartsOfTotal(
                total: measured, parts: [classes[1], classes[2], classes[0]], amount: .some))
        let quotient = SliceShape.Quotient(
            numerator: SliceShape.bits([classes[0]]), denominator: SliceShape.bits(classes))
        let needs = [measured, classes[0]]
        shape.derive(CellPlace(table: 0, figure: 17), from: needs, quotient: quotient)
        for figure in 18...19 { shape.derive(CellPlace(table: 0, figure: figure), from: needs) }
        let unknown = [measured, classes[0], standings[1], standings[3]]
        for figure in 20...21 { shape.derive(CellPlace(table: 0, figure: figure), from: unknown) }
    }

    private mutating func addClinical() {
        clinical = [0, 1, 3, 4].map { shape.add(CellPlace(table: 1, figure: $0)) }
        shape.columns[classes[1]].append(CellPlace(table: 1, figure: 2))
        shape.sums.append(PartsOfTotal(total: classes[0], parts: [clinical[1], clinical[0]]))
        shape.sums.append(PartsOfTotal(total: classes[2], parts: [clinical[2], clinical[3]]))
    }

    private mutating func addZones() {
        zones = (0..<3).map { shape.add(CellPlace(table: 2, figure: $0)) }
        shape.sums.append(
            PartsOfTotal(
                total: standings[0], parts: [zones[1], zones[2], zones[0]], amount: .some))
    }

    private mutating func addPairs() {
        pairs = shape.add()
        shape.sums.append(PartsOfTotal(total: standings[0], parts: [pairs], amount: .some))
        for figure in 5...13 {
            shape.derive(CellPlace(table: 0, figure: figure), from: [standings[0], pairs])
        }
        shape.derive(CellPlace(table: 3, figure: 5), from: [standings[0], pairs])
    }

    /// The place of those not yet due among the standings, and of those without a baseline.
    static let notYetDue = 4
    private static let noBaseline = 2

    /// Standings that are the same at the next horizon, or nearly so: their figures, and their
    /// columns.
    static let linkedFigures = [noBaseline, notYetDue]
    var linkedStandings: [Int] { OutcomeShape.linkedFigures.map { standings[$0] } }

    /// Counts one group's change in a slice of this shape; measured series of few people or of
    /// hardly any families are small whatever their number. A change is large, and is read where it
    /// is.
    func count(
        _ change: UnsafePointer<GroupChange>, group: Int, threshold: Int, in slice: inout Slice
    ) {
        let counts = change.pointee.standings
        slice[all, group] = counts.total
        slice[standings[0], group] = counts.measured
        slice[standings[1], group] = counts.missing
        slice[standings[2], group] = counts.noBaseline
        slice[standings[3], group] = counts.ended
        slice[standings[4], group] = counts.notYetDue
        let isOfFew =
            change.pointee.people < threshold
            || change.pointee.families < OutcomeShape.leastFamilies
        if isOfFew { slice.alsoSmall[group] |= SliceShape.bits([standings[0]]) }
        countClasses(change, group, in: &slice)
    }

    private func countClasses(
        _ change: UnsafePointer<GroupChange>, _ group: Int, in slice: inout Slice
    ) {
        if let counts = change.pointee.classes {
            slice[classes[0], group] = counts.improved
            slice[classes[1], group] = counts.noChange
            slice[classes[2], group] = counts.deteriorated
        }
        if let counts = change.pointee.clinical, !clinical.isEmpty {
            slice[clinical[0], group] = counts.recovered
            slice[clinical[1], group] = counts.improved
            slice[clinical[2], group] = counts.deteriorated
            slice[clinical[3], group] = counts.harmed
        }
        if let counts = change.pointee.zones {
            slice[zones[0], group] = counts.better
            slice[zones[1], group] = counts.same
            slice[zones[2], group] = counts.worse
        }
        if pairs >= 0 { slice[pairs, group] = change.pointee.pairs }
    }
}
