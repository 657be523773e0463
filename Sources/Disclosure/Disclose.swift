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
    sideBySide(sheetMakers(input, threshold: rules.threshold), workers) { make in
        var result = DisclosedTables()
        result.addOpenly(make())
        return result
    }.disclosed(.internal, rules, input.conclusions.asOf, nil)
}

/// Makes a sheet: only when its turn has come, so that few are held at a time.
typealias SheetMaker = @Sendable () -> any Sheet

/// The makers of the tables, in the order in which they are listed.
func sheetMakers(_ input: Disclosable, threshold: Int) -> [SheetMaker] {
    [
        { casesSheet(input, threshold: threshold) },
        { OutcomeSheet(input, threshold: threshold) },
        { TheorySheet(input) },
        { sidesSheet(input) },
        { addedValueSheet(input, threshold: threshold) },
        { ratersSheet(input) },
        { formChangesSheet(input) },
        { adherenceSheet(input) },
        { MonthlySheet(input, threshold: threshold) },
        { phasesSheet(input) },
        { exitsSheet(input) },
        { goalsSheet(input) },
        { elementsSheet(input) },
        { QualitySheet(input, threshold: threshold) },
        { unusedSheet(input) },
    ]
}

/// Makes tables side by side, each by itself; they come back in their order.
private func sideBySide(
    _ makers: [SheetMaker], _ workers: Int, _ body: @Sendable (SheetMaker) -> DisclosedTables
) -> DisclosedTables {
    let made = Mutex<[DisclosedTables]>(Array(repeating: DisclosedTables(), count: makers.count))
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, makers.count))) { _ in
        while true {
            let index = next.add(1, ordering: .relaxed).oldValue
            guard index < makers.count else { return }
            let tables = body(makers[index])
            made.withLock { $0[index] = tables }
        }
    }
    return made.withLock { $0.reduce(into: DisclosedTables()) { $0.add($1) } }
}

/// Protects one slice by itself; slices may be protected side by side.
func protect(_ slice: Slice, _ tree: GroupTree, threshold: Int) -> Protection {
    var protector = SliceProtector(slice, tree, threshold: threshold)
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
    var result = DisclosedTables()
    protecting.cases = protecting.protect(makers[0], &result)
    let others = sideBySide(Array(makers.dropFirst()), workers) { [protecting] make in
        var tables = DisclosedTables()
        _ = protecting.protect(make, &tables)
        return tables
    }
    result.add(others)
    return result.disclosed(.published, rules, input.conclusions.asOf, earlier?.asOf)
}

/// What every sheet is protected with.
private struct Protecting: Sendable {
    let rules: SmallNumbers
    let earlier: EarlierPublished?
    let groups: [Group]
    let tree: GroupTree
    let treeWithoutTeams: GroupTree
    let way: @Sendable (Slice, GroupTree) -> Protection
    /// What is hidden of the numbers of cases.
    var cases: Protection

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
    }

    /// Protects a sheet's slices one by one and gives the last one's protection.
    func protect(_ make: SheetMaker, _ result: inout DisclosedTables) -> Protection {
        var sheet = make()
        let before = sheet.tables.map { EarlierFigures($0, earlier?[$0.name]) }
        var states = SheetStates(sheet.tables)
        var last = Protection(groups: 0)
        for index in 0..<sheet.sliceCount {
            var slice = sheet.slice(index)
            if earlier != nil { slice.noteChanges(since: before, threshold: rules.threshold) }
            slice.closeSmallGroups(groups, threshold: rules.threshold)
            slice.close(where: cases)
            last = way(slice, sheet.hasTeams ? tree : treeWithoutTeams)
            states.apply(last, of: slice, sheet.tables)
        }
        sheet.finish(&states)
        let decimals = sheet.tables.indices.map(sheet.decimals)
        var tables = sheet.tables
        sheet.tables = []
        if rules.smallChange == .keepPrevious { states.keepEarlier(before, in: &tables) }
        result.add(tables, decimals, states)
        return last
    }
}

/// Gives every figure rounded to five.
private func discloseRounded(
    _ input: Disclosable, _ rules: SmallNumbers, _ workers: Int
) -> Disclosed {
    let least = RoundToFive.greatestHidden + 1
    return sideBySide(sheetMakers(input, threshold: least), workers) { make in
        let sheet = make()
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
    }.disclosed(.published, rules, input.conclusions.asOf, nil)
}
