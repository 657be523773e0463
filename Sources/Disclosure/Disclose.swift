import Basics
import Dispatch
@_spi(Disclosure) import Model
import Synchronization

/// Gives every figure that may be published, with the small ones and what would reveal them
/// hidden.
///
/// The same input hides the same cells in every run. `Documentation/Disclosure.md` says what is
/// guaranteed and what is not. `earlier` is the newest earlier period that was published, whose
/// figures nobody must be able to subtract from these. `workers` says how many tables are
/// protected side by side and changes nothing else.
public func disclose(
    _ input: Disclosable, rules: SmallNumbers, earlier: EarlierPublished? = nil, workers: Int = 1
) -> Disclosed {
    switch rules.method {
    case .roundToFive: discloseRounded(input, rules, workers)
    case .suppress:
        disclose(input, rules, earlier, workers: workers) { slice, tree in
            protect(slice, tree, threshold: rules.threshold)
        }
    }
}

/// Gives every figure as it is, for those who know the families anyway.
public func discloseInternally(
    _ input: Disclosable, rules: SmallNumbers, workers: Int = 1
) -> Disclosed {
    let makers = sheetMakers(input, threshold: rules.threshold)
    let made = sideBySide(makers.count, workers) { index in
        var result = DisclosedTables()
        result.addOpenly(makers[index].make())
        return result
    }
    return DisclosedTables(made).disclosed(.internal, rules, input.conclusions.asOf, nil)
}

/// Makes a sheet: only when its turn has come, so that few are held at a time.
struct SheetMaker: Sendable {
    /// When a sheet's tables are protected: those of a stage side by side, knowing what is hidden
    /// in the stages before.
    enum Stage: CaseIterable {
        /// Everything hangs on the numbers of cases.
        case cases
        case own
        /// Families of the change theory and of both sides' change are series of the table
        /// outcomes too.
        case theory
        /// Months add up to what other tables show.
        case months
    }

    let stage: Stage
    let make: @Sendable () -> any Sheet

    init(_ stage: Stage = .own, _ make: @escaping @Sendable () -> any Sheet) {
        self.stage = stage
        self.make = make
    }
}

/// The makers of the tables, in the order in which they are listed.
func sheetMakers(_ input: Disclosable, threshold: Int) -> [SheetMaker] {
    [
        SheetMaker(.cases) { casesSheet(input, threshold: threshold) },
        SheetMaker { OutcomeSheet(input, threshold: threshold) },
        SheetMaker(.theory) { TheorySheet(input, threshold: threshold) },
        SheetMaker(.theory) { sidesSheet(input, threshold: threshold) },
        SheetMaker { addedValueSheet(input, threshold: threshold) },
        SheetMaker { ratersSheet(input) },
        SheetMaker { formChangesSheet(input) },
        SheetMaker { adherenceSheet(input) },
        SheetMaker(.months) { MonthlySheet(input) },
        SheetMaker { phasesSheet(input) },
        SheetMaker { exitsSheet(input) },
        SheetMaker { goalsSheet(input) },
        SheetMaker { elementsSheet(input) },
        SheetMaker { QualitySheet(input, threshold: threshold) },
        SheetMaker { unusedSheet(input) },
    ]
}

/// Makes things side by side, each by itself; they come back in their order.
private func sideBySide<Made: Sendable>(
    _ count: Int, _ workers: Int, _ make: @Sendable (Int) -> Made
) -> [Made] {
    let made = Mutex<[Made?]>(Array(repeating: nil, count: count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, count))) { _ in
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < count else { return }
            let each = make(index)
            made.withLock { $0[index] = each }
        }
    }
    return made.withLock { $0.compactMap(\.self) }
}

/// Protects one slice by itself; slices may be protected side by side.
func protect(_ slice: Slice, _ tree: GroupTree, threshold: Int) -> Protection {
    var protector = SliceProtector(slice, slice.present(in: tree), threshold: threshold)
    protector.protect()
    return protector.protection
}

/// Gives every figure as a way of protecting slices leaves it.
func disclose(
    _ input: Disclosable, _ rules: SmallNumbers, _ earlier: EarlierPublished?, workers: Int = 1,
    protecting: @escaping @Sendable (Slice, GroupTree) -> Protection
) -> Disclosed {
    let makers = sheetMakers(input, threshold: rules.threshold)
    var protecting = Protecting(input, rules, earlier, protecting)
    var tables = Array(repeating: DisclosedTables(), count: makers.count)
    for stage in SheetMaker.Stage.allCases {
        let stage = makers.indices.filter { makers[$0].stage == stage }
        let made = sideBySide(stage.count, workers) { [protecting] index in
            protecting.protect(makers[stage[index]], workers: workers)
        }
        protecting.learn(from: made, input.conclusions)
        for (index, each) in zip(stage, made) { tables[index] = each.tables }
    }
    return DisclosedTables(tables)
        .disclosed(.published, rules, input.conclusions.asOf, earlier?.asOf)
}

/// A sheet's tables as they may be shown, and what others must know of them.
private struct ProtectedSheet: Sendable {
    var tables = DisclosedTables()
    /// The protection of the last slice.
    var last = Protection(groups: 0)
    var terms = HiddenTerms()
}

/// What every sheet is protected with.
private struct Protecting: Sendable {
    let rules: SmallNumbers
    let earlier: EarlierPublished?
    let groups: [Group]
    let tree: GroupTree
    let treeWithoutTeams: GroupTree
    private let earlierCases: EarlierCases
    let way: @Sendable (Slice, GroupTree) -> Protection
    /// What is hidden of the numbers of cases.
    private var cases: Protection
    /// What is hidden of counts that months add up to.
    private var terms = HiddenTerms()
    /// The series of the table outcomes, once that is protected.
    private var series: PublishedSeries?

    init(
        _ input: Disclosable, _ rules: SmallNumbers, _ earlier: EarlierPublished?,
        _ way: @escaping @Sendable (Slice, GroupTree) -> Protection
    ) {
        self.rules = rules
        self.earlier = earlier
        self.way = way
        groups = input.conclusions.groups
        tree = GroupTree(groups)
        treeWithoutTeams = GroupTree(groups, hasTeams: false)
        cases = Protection(groups: groups.count)
        earlierCases = EarlierCases(
            earlier == nil ? nil : casesSheet(input, threshold: rules.threshold).tables[0],
            earlier?["cases"], groups: groups.count)
    }

    /// Takes in what others must know of the sheets of a stage.
    mutating func learn(from made: [ProtectedSheet], _ conclusions: Conclusions) {
        for each in made {
            terms.add(each.terms)
            if each.tables["cases"] != nil { cases = each.last }
            if let outcomes = each.tables["outcomes"] {
                series = PublishedSeries(conclusions, outcomes)
            }
        }
    }

    /// Protects a sheet's slices, one by one or those together that add up.
    func protect(_ maker: SheetMaker, workers: Int) -> ProtectedSheet {
        var sheet = maker.make()
        let before = sheet.tables.map { EarlierFigures($0, earlier?[$0.name]) }
        var states = SheetStates(sheet.tables)
        var result = ProtectedSheet()
        func apply(_ protection: Protection, _ slice: Slice) {
            states.apply(protection, of: slice, sheet.tables)
            result.terms.add(protection, of: slice)
            result.last = protection
        }
        if sheet.slicesThatAddUp.isEmpty {
            for index in 0..<sheet.sliceCount {
                var slice = linked(sheet, index, before)
                var protection = way(slice, tree(of: sheet))
                while let series, !slice.headings.isEmpty,
                    slice.closeTold(
                        by: series, protection.hidden, threshold: rules.threshold)
                {
                    protection = way(slice, tree(of: sheet))
                }
                apply(protection, slice)
            }
        }
        let ranges = sheet.slicesThatAddUp
        let tree = tree(of: sheet)
        let together = sideBySide(ranges.count, workers) { [sheet] index in
            protectTogether(ranges[index].map { prepared(sheet.slice($0), before) }, tree)
        }
        for (protection, slice) in together.joined() { apply(protection, slice) }
        sheet.finish(&states)
        let decimals = sheet.tables.indices.map(sheet.decimals)
        var tables = sheet.tables
        sheet.tables = []
        if rules.smallChange == .keepPrevious { states.keepEarlier(before, in: &tables) }
        result.tables.add(tables, decimals, states)
        return result
    }

    private func tree(of sheet: some Sheet) -> GroupTree {
        sheet.hasTeams ? tree : treeWithoutTeams
    }

    /// A slice with all that is known of it from elsewhere.
    private func prepared(_ slice: Slice, _ before: [EarlierFigures]) -> Slice {
        var slice = slice
        if earlier != nil {
            slice.noteChanges(since: before, earlierCases, tree, threshold: rules.threshold)
        }
        slice.closeSmallGroups(groups, threshold: rules.threshold)
        slice.close(where: cases, groups)
        slice.close(where: terms, threshold: rules.threshold)
        return slice
    }

    /// A slice that knows what is hidden of the same persons in other slices.
    private func linked(_ sheet: some Sheet, _ index: Int, _ before: [EarlierFigures]) -> Slice {
        var slice = prepared(sheet.slice(index), before)
        for other in sheet.linked(index) {
            let hidden = way(prepared(other.slice, before), tree(of: sheet)).hidden
            for group in slice.domain where hidden[group] != 0 {
                slice.alsoHidden[group] |= 1 << UInt64(other.column)
            }
        }
        return slice
    }

    /// Protects slices whose counts add up to totals that other tables tell.
    private func protectTogether(
        _ slices: [Slice], _ tree: GroupTree
    ) -> [(Protection, Slice)] {
        var together = SlicesThatAddUp(slices, tree, threshold: rules.threshold)
        var protections = slices.map { way($0, tree) }
        while true {
            let changed = together.hideMore(protections.map(\.hidden))
            if changed.isEmpty { return Array(zip(protections, together.slices)) }
            for index in changed { protections[index] = way(together.slices[index], tree) }
        }
    }
}

/// Gives every figure rounded to five.
private func discloseRounded(
    _ input: Disclosable, _ rules: SmallNumbers, _ workers: Int
) -> Disclosed {
    let least = RoundToFive.greatestHidden + 1
    let makers = sheetMakers(input, threshold: least)
    let made = sideBySide(makers.count, workers) { index in
        let sheet = makers[index].make()
        var states = SheetStates(sheet.tables)
        var tables = sheet.tables
        for index in 0..<sheet.sliceCount {
            var slice = sheet.slice(index)
            slice.closeSmallGroups(input.conclusions.groups, threshold: least)
            states.apply(RoundToFive.protect(slice), of: slice, sheet.tables)
            RoundToFive.round(slice, &tables, &states)
        }
        sheet.finishRounded(&states)
        var result = DisclosedTables()
        result.add(tables, sheet.tables.indices.map(sheet.decimals), states)
        return result
    }
    return DisclosedTables(made).disclosed(.published, rules, input.conclusions.asOf, nil)
}
