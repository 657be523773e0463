import Basics
@_spi(Disclosure) import Model

/// Gives every figure that may be published, with the small ones and what would reveal them
/// hidden.
///
/// The same input hides the same cells in every run. `Documentation/Disclosure.md` says what is
/// guaranteed and what is not. `earlier` is the newest earlier period that was published, whose
/// figures nobody must be able to subtract from these.
public func disclose(
    _ input: Disclosable, rules: SmallNumbers, earlier: EarlierPublished? = nil
) -> Disclosed {
    switch rules.method {
    case .roundToFive: discloseRounded(input, rules)
    case .suppress:
        disclose(input, rules, earlier) { slice, tree in
            protect(slice, tree, threshold: rules.threshold)
        }
    }
}

/// Gives every figure as it is, for those who know the families anyway.
public func discloseInternally(_ input: Disclosable, rules: SmallNumbers) -> Disclosed {
    var result = DisclosedTables()
    for sheet in sheets(input, threshold: rules.threshold) { result.addOpenly(sheet) }
    return result.disclosed(.internal, rules, input.conclusions.asOf, nil)
}

/// The tables in the order in which they are listed.
func sheets(_ input: Disclosable, threshold: Int) -> [any Sheet] {
    [
        casesSheet(input, threshold: threshold),
        OutcomeSheet(input, threshold: threshold),
        TheorySheet(input),
        sidesSheet(input),
        addedValueSheet(input, threshold: threshold),
        ratersSheet(input),
        adherenceSheet(input),
        MonthlySheet(input, threshold: threshold),
        phasesSheet(input),
        exitsSheet(input),
        goalsSheet(input),
        elementsSheet(input),
        qualitySheet(input),
        unusedSheet(input),
    ]
}

/// Protects one slice by itself; slices may be protected side by side.
func protect(_ slice: Slice, _ tree: GroupTree, threshold: Int) -> Protection {
    var protector = SliceProtector(slice, tree, threshold: threshold)
    protector.protect()
    return protector.protection
}

/// Gives every figure as a way of protecting slices leaves it.
func disclose(
    _ input: Disclosable, _ rules: SmallNumbers, _ earlier: EarlierPublished?,
    protecting: (Slice, GroupTree) -> Protection
) -> Disclosed {
    var result = DisclosedTables()
    let groups = input.conclusions.groups
    var cases = Protection(groups: groups.count)
    let trees = [GroupTree(groups), GroupTree(groups, hasTeams: false)]
    for sheet in sheets(input, threshold: rules.threshold) {
        let tree = sheet.hasTeams ? trees[0] : trees[1]
        let before = sheet.tables.map { EarlierFigures($0, earlier?[$0.name]) }
        var states = SheetStates(sheet.tables)
        for index in 0..<sheet.sliceCount {
            var slice = sheet.slice(index)
            if earlier != nil { slice.noteChanges(since: before, threshold: rules.threshold) }
            slice.closeSmallGroups(groups, threshold: rules.threshold)
            slice.close(where: cases)
            let protection = protecting(slice, tree)
            if sheet.tables[0].name == "cases" { cases = protection }
            states.apply(protection, of: slice, sheet.tables)
        }
        sheet.finish(&states)
        var tables = sheet.tables
        if rules.smallChange == .keepPrevious { states.keepEarlier(before, in: &tables) }
        result.add(sheet, tables, states)
    }
    return result.disclosed(.published, rules, input.conclusions.asOf, earlier?.asOf)
}

/// Gives every figure rounded to five.
private func discloseRounded(_ input: Disclosable, _ rules: SmallNumbers) -> Disclosed {
    var result = DisclosedTables()
    for sheet in sheets(input, threshold: RoundToFive.greatestHidden + 1) {
        var states = SheetStates(sheet.tables)
        var tables = sheet.tables
        for index in 0..<sheet.sliceCount {
            var slice = sheet.slice(index)
            slice.closeSmallGroups(
                input.conclusions.groups, threshold: RoundToFive.greatestHidden + 1)
            states.apply(RoundToFive.protect(slice), of: slice, sheet.tables)
            RoundToFive.round(slice, &tables, &states)
        }
        sheet.finishRounded(&states)
        result.add(sheet, tables, states)
    }
    return result.disclosed(.published, rules, input.conclusions.asOf, nil)
}
