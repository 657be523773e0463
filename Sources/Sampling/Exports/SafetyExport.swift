import Basics

/// The Signs of Safety scale, 0 to 10, by parents and professional.
struct SafetyExport: Export {
    let name = "safety.csv"
    let columns = ["case_id", "rater", "date", "scale"]
    let breakable = Breakable(dateColumn: 2, answers: 3..<4, alternatives: ["4", "5"])

    func write(_ family: Family, to table: inout RecordText, _ random: inout SeededRandom) {
        guard family.programme.measures.contains(.safety) else { return }
        for day in family.occasions([0, 1, 2, 3, 4, 6, 8, 10, 12, 18, 24], &random) {
            let burden = family.course.burden(after: day - family.start)
            for rater in family.parents.map(\.role.rawValue) + ["professional"] {
                table.field(family.identifier)
                table.field(rater)
                table.field(day)
                table.field(random.near(7.2 - 2.6 * burden, reach: 1.5, in: 0...10))
                table.endRecord()
            }
        }
    }
}
