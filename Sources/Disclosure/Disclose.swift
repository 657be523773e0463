import Basics
@_spi(Disclosure) import Model

/// Gives every figure that may be published, with the small ones and what would reveal them
/// hidden.
///
/// The same input hides the same cells in every run. `Documentation/Disclosure.md` says what is
/// guaranteed and what is not.
public func disclose(_ input: Disclosable, rules: SmallNumbers) -> Disclosed {
    disclose(input, rules: rules) { slice, tree in protect(slice, tree, rules) }
}

/// Gives every figure as a way of protecting slices leaves it.
func disclose(
    _ input: Disclosable, rules: SmallNumbers, protecting: (Slice, GroupTree) -> Protection
) -> Disclosed {
    var result = DisclosedTables()
    let groups = input.conclusions.groups
    let trees = [GroupTree(groups), GroupTree(groups, hasTeams: false)]
    for sheet in sheets(input, threshold: rules.threshold) {
        let tree = sheet.hasTeams ? trees[0] : trees[1]
        var states = SheetStates(sheet.tables)
        for index in 0..<sheet.sliceCount {
            let slice = sheet.slice(index)
            states.apply(protecting(slice, tree), of: slice, sheet.tables)
        }
        sheet.finish(&states)
        result.add(sheet, states)
    }
    return result.disclosed(.published, rules, input.conclusions.asOf)
}

/// Gives every figure as it is, for those who know the families anyway.
public func discloseInternally(_ input: Disclosable, rules: SmallNumbers) -> Disclosed {
    var result = DisclosedTables()
    for sheet in sheets(input, threshold: rules.threshold) { result.addOpenly(sheet) }
    return result.disclosed(.internal, rules, input.conclusions.asOf)
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

/// Protects one slice; slices may be protected side by side.
func protect(_ slice: Slice, _ tree: GroupTree, _ rules: SmallNumbers) -> Protection {
    var protector = SliceProtector(slice, tree, threshold: rules.threshold)
    protector.protect()
    return protector.protection
}
