import Model

/// Makes a sheet, as one of several that are made side by side.
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
