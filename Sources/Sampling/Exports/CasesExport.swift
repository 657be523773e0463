import Basics

/// The families: where, in which programme, from when to when.
struct CasesExport: Export {
    let name = "cases.csv"
    let columns = [
        "case_id", "municipality", "team", "programme", "start_date", "end_date", "end_reason",
        "phase",
    ]
    let breakable = Breakable(
        dateColumn: 4, answers: 6..<7, alternatives: ["moved", "completed"],
        kinds: [.exactDuplicate, .conflictingDuplicate, .cutOff])

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        table.field(family.identifier)
        table.field(family.municipality)
        table.field(family.team)
        table.field(family.programme.name)
        table.field(family.start)
        table.field(family.end)
        table.field(family.end == nil ? "" : family.endReason)
        table.field(phase(of: family, &random))
        table.endRecord()
    }

    /// The phase as the staff have it; some families take a third longer than planned.
    private func phase(of family: Family, _ random: inout SeededRandom) -> String {
        let last = family.end ?? family.asOf
        let days = Double(last - family.start) / random.between(0.85, 1.35)
        return family.programme.phases.first { days <= Double($0.until) }?.name ?? ""
    }
}
