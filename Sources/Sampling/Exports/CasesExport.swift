import Basics

/// The families: where, in which programme, from when to when.
struct CasesExport: Export {
    let name = "cases.csv"
    let columns = [
        "case_id", "municipality", "team", "programme", "start_date", "end_date", "end_reason",
        "phase",
    ]
    let breakable = Breakable(
        dateColumn: 4, answers: 2..<3, alternatives: ["Team Nord", "Team Syd"],
        kinds: [.exactDuplicate, .conflictingDuplicate, .cutOff])

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        table.field(family.identifier)
        table.field(family.municipality)
        table.field(family.team)
        table.field(family.programme.name)
        table.field(family.start)
        table.field(family.end)
        table.field(family.end == nil ? "" : family.endReason)
        table.field(phase(of: family))
        table.endRecord()
    }

    private func phase(of family: Family) -> String {
        let last = family.end ?? family.asOf
        let phases = family.programme.phases
        return phases.first { last - family.start <= $0.until }?.name ?? ""
    }
}
