extension Attack {
    /// Teams add up to their municipality, municipalities to their programme, programmes to all.
    ///
    /// A group that has no row where others of its programme have one has none of what is counted.
    /// Persons who have several cases count once in a sum, so their parts may be more.
    mutating func knowGroups(_ period: Int) {
        for (name, columns) in Attack.counts.sorted(by: { $0.key < $1.key }) {
            guard let table = periods[period].tables[name], name != "funnels" else { continue }
            let kinds = Attack.kinds(of: table)
            for (group, parts) in periods[period].parts {
                // No series of months is of a team.
                if name == "monthly" && group[1] != "*" { continue }
                for kind in kinds {
                    guard let row = table.row(group + kind) else { continue }
                    for column in columns {
                        knowSum(period, name, row, parts.map { $0 + kind }, column)
                    }
                }
            }
        }
    }

    private static func kinds(of table: PublishedTable) -> [[String]] {
        var seen: Set<[String]> = []
        return table.rows.map { Array($0.dropFirst(3)) }.filter { seen.insert($0).inserted }
    }

    private mutating func knowSum(
        _ period: Int, _ name: String, _ row: Int, _ parts: [[String]], _ column: String
    ) {
        guard let total = count(period, name, row, column) else { return }
        let counts = parts.map { count(period, name, $0, column) ?? .known(0) }
        if column == "people" {
            var negated = Attacker.Quantity.known(0)
            // total ≤ Σ parts, written as total + nothing ≤ a sum of its own.
            negated = attacker.unknown()
            attacker.know(negated, is: counts)
            attacker.know([total], atMost: negated)
        } else {
            attacker.know(total, is: counts)
        }
    }
}
