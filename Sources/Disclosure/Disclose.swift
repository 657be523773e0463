import Basics
@_spi(Disclosure) import Model

/// Gives every figure that may be published, with the small ones and what would reveal them
/// hidden.
///
/// The same input hides the same cells in every run. `Documentation/Disclosure.md` says what is
/// guaranteed and what is not. `earlier` is the newest earlier period that was published, whose
/// figures nobody must be able to subtract from these. `workers` says how much is protected side
/// by side and changes nothing else.
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
        makers[index].make().tables.map { ProtectedTable(open: $0) }
    }
    return Disclosed(made.flatMap(\.self), .internal, rules, input.conclusions.asOf)
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
    protecting way: @escaping @Sendable (Slice, GroupTree) -> Protection
) -> Disclosed {
    let makers = sheetMakers(input, threshold: rules.threshold)
    var sheets = sideBySide(makers.count, workers) { SheetAtWork(makers[$0].make(), earlier) }
    hideEndedThatTell(&sheets, input.conclusions.groups, threshold: rules.threshold)
    var protecting = Protecting(input, rules, earlier, workers, way)
    for stage in SheetMaker.Stage.allCases {
        let members = makers.indices.filter { makers[$0].stage == stage }
        let slices = protecting.protect(members.map { sheets[$0] })
        for (index, slices) in zip(members, slices) {
            protecting.learn(from: sheets[index].sheet, slices)
            sheets[index].slices = slices
        }
    }
    let tables = protectedTables(of: &sheets, rules, workers)
    return Disclosed(tables, .published, rules, input.conclusions.asOf)
}

/// Gives every figure rounded to five.
private func discloseRounded(
    _ input: Disclosable, _ rules: SmallNumbers, _ workers: Int
) -> Disclosed {
    let least = RoundToFive.greatestHidden + 1
    let makers = sheetMakers(input, threshold: least)
    let made = sideBySide(makers.count, workers) { index in
        let sheet = makers[index].make()
        let slices = (0..<sheet.sliceCount).map { index in
            var slice = sheet.slice(index)
            slice.closeSmallGroups(input.conclusions.groups, threshold: least)
            return ProtectedSlice(slice, RoundToFive.protect(slice))
        }
        var states = SheetStates(sheet.tables, slices)
        var tables = sheet.tables
        for each in slices { RoundToFive.round(each.slice, &tables, &states) }
        sheet.finishRounded(&states)
        return tables.indices.map { index in
            ProtectedTable(
                tables[index], states.states[index], states.reasons[index],
                sheet.decimals(table: index))
        }
    }
    return Disclosed(made.flatMap(\.self), .published, rules, input.conclusions.asOf)
}

extension Disclosed {
    /// All tables that have rows.
    fileprivate init(
        _ tables: [ProtectedTable], _ profile: Profile, _ rules: SmallNumbers,
        _ asOf: CalendarDate
    ) {
        let tables = tables.filter { $0.table.rowCount > 0 }
        self.init(
            profile: profile, rules: rules, asOf: asOf,
            tables: tables.map(\.table), hidden: tables.map(\.hidden),
            ledger: HiddenLedger(reasons: tables.map(\.reasons)))
    }
}
