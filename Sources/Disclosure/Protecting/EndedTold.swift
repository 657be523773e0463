import Model

/// Hides how many cases of a group have ended where that would tell what a status counts.
///
/// The families that had ended before an outcome was due are no more than have ended at all. Where
/// an earlier period showed nearly as many, and a few are new, the count is hidden, but between
/// these two it would be told.
func hideEndedThatTell(_ sheets: inout [SheetAtWork], _ groups: [Group], threshold: Int) {
    let told = sheets.flatMap { each in
        (each.sheet as? TheorySheet)?.groupsWithEndedTold(
            since: each.before[0], groups, threshold: threshold) ?? []
    }
    if told.isEmpty { return }
    for index in sheets.indices where sheets[index].sheet.tables[0].name == "cases" {
        guard var cases = sheets[index].sheet as? PlainSheet else { continue }
        for slice in cases.slices.indices {
            for group in told {
                cases.slices[slice].alsoHidden[group] |= 1 << UInt64(SliceShape.CasesColumn.ended)
            }
        }
        sheets[index].sheet = cases
    }
}

extension TheorySheet {
    /// The groups in which few families more have ended before an outcome was due than an earlier
    /// period showed, and few more have ended at all.
    fileprivate func groupsWithEndedTold(
        since before: EarlierFigures, _ groups: [Group], threshold: Int
    ) -> [Int] {
        guard before.isKnown else { return [] }
        let column = TheorySheet.ended
        return tables[0].figures[column].values.indices.compactMap { row in
            guard let then = before.number(column, row) else { return nil }
            let group = group(ofRow: row)
            let now = tables[0].figures[column].values[row]
            let all = Double(groups[group].cases - groups[group].open)
            let isTold = now > then && all - then < Double(threshold - 1)
            return isTold ? group : nil
        }
    }
}
