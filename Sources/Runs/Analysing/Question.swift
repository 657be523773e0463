import Basics
import Exporting
import Model
import Outcomes
import Statistics

/// A question whose names are known.
struct Question: Sendable {
    let scales: [String]
    let informants: [String]
    let groupedBy: [AnalysisRequest.Dimension]
    let filters: [AnalysisRequest.Dimension: [String]]
    let horizons: [String]
    let method: ReliableChangeMethod?

    /// Looks every name up.
    ///
    /// - Throws: `Refusal` when one is unknown, with a near miss.
    init(_ request: AnalysisRequest, _ definitions: Definitions) throws {
        let known = definitions.instruments.flatMap(\.scales)
        scales = try request.scales.flatMap { try Question.scales($0, among: known) }
        let informants = Set(definitions.instruments.flatMap(\.informants)).sorted()
        self.informants = try request.informants.map {
            try Question.known("informant", $0, among: informants)
        }
        horizons = try request.horizons.map {
            try Question.known("horizon", $0, among: Horizon.allCases.map(\.name))
        }
        let methods = ReliableChangeMethod.allCases.map(\.rawValue)
        method = try request.method.map { try Question.known("method", $0, among: methods) }
            .flatMap(ReliableChangeMethod.init)
        groupedBy = AnalysisRequest.Dimension.allCases.filter(request.groupedBy.contains)
        filters = request.filters
        try refuseWithoutReliability(known)
    }

    private static func scales(_ name: String, among scales: [Scale]) throws -> [String] {
        let found = scales.filter { $0.name == name || $0.family == name }.map(\.name)
        guard found.isEmpty else { return found }
        throw Refusal.unknownName("scale", name, among: scales.map(\.name))
    }

    private static func known(
        _ kind: String, _ name: String, among names: [String]
    ) throws -> String {
        guard names.contains(name) else { throw Refusal.unknownName(kind, name, among: names) }
        return name
    }

    private func refuseWithoutReliability(_ known: [Scale]) throws {
        guard let method else { return }
        for scale in known where scales.contains(scale.name) && !scale.hasReliability {
            throw Refusal(
                .usage,
                [
                    Finding(
                        .optionWrong, .error, at: Place("virkning"),
                        "scale '\(scale.name)' declares no reliability, "
                            + "which method '\(method.rawValue)' needs",
                        remedy: "leave --method out, or add the reliability to the instrument")
                ])
        }
    }

    /// Refuses names of groups that no case has.
    func refuseUnknownGroups(in cases: Cases) throws {
        for dimension in AnalysisRequest.Dimension.allCases {
            let names = cases.names(dimension)
            for name in filters[dimension] ?? [] where !names.contains(name) && name != "-" {
                throw Refusal.unknownName(
                    dimension.rawValue, name, among: names.sorted())
            }
        }
    }
}

// Which groups.
extension Question {
    /// The columns that a row names: grouped by, or let in by one name.
    private var named: [AnalysisRequest.Dimension] {
        AnalysisRequest.Dimension.allCases.filter {
            groupedBy.contains($0) || filters[$0]?.count == 1
        }
    }

    /// Whether every group asked for is one that a report has: programmes, municipalities in
    /// them, and teams in those.
    var isNested: Bool {
        let isPrefix = named == Array(AnalysisRequest.Dimension.allCases.prefix(named.count))
        return isPrefix && filters.keys.allSatisfy(named.contains)
    }

    /// The rows of a report's table that were asked for; last, which figures are kept in it.
    func rows(of table: DisclosedTable) -> [[String]] {
        let rows = (0..<table.rowCount).filter { isWanted($0, table) }
        return zip(rows, keptTexts(of: rows, in: table)).map { row, kept in
            table.keys.map { $0.word(row) } + cells(row, table) + [kept]
        }
    }

    private func isWanted(_ row: Int, _ table: DisclosedTable) -> Bool {
        for (index, dimension) in AnalysisRequest.Dimension.allCases.enumerated() {
            let word = table.keys[index].word(row)
            if named.contains(dimension) != (word != KeyColumn.all) { return false }
            if let names = filters[dimension], !names.contains(word) { return false }
        }
        return isWanted(measure: row, table)
    }

    /// The rows of everything together, under the names of a group; nothing is kept in them.
    func rows(ofAll table: DisclosedTable, keys: [String]) -> [[String]] {
        (0..<table.rowCount).filter { row in
            table.keys.prefix(3).allSatisfy { $0.word(row) == KeyColumn.all }
                && isWanted(measure: row, table)
        }.map { row in
            keys + table.keys.dropFirst(3).map { $0.word(row) } + cells(row, table) + [""]
        }
    }

    private func isWanted(measure row: Int, _ table: DisclosedTable) -> Bool {
        scales.contains(table.keys[3].word(row))
            && (informants.isEmpty || informants.contains(table.keys[4].word(row)))
            && (horizons.isEmpty || horizons.contains(table.keys[5].word(row)))
    }

    /// Whether a scale and who answers it were asked for.
    func asksFor(_ measure: Measure) -> Bool {
        scales.contains(measure.scaleName)
            && (informants.isEmpty || informants.contains(measure.informant))
    }

    /// Whether a horizon was asked for.
    func asksFor(_ horizon: Horizon) -> Bool {
        horizons.isEmpty || horizons.contains(horizon.name)
    }

    private func cells(_ row: Int, _ table: DisclosedTable) -> [String] {
        table.figures.indices.map { figureText(table.figure(row, $0)) }
    }
}

// Groups that no report has.
extension Question {
    /// The cases of each group, all others moved past the as-of date, where they do not count.
    func subsets(of cases: Cases, asOf: CalendarDate) -> [(keys: [String], cases: Cases)] {
        var members: [[String]: [Int]] = [:]
        for index in 0..<cases.count
        where cases.starts[index] <= asOf.days && letsIn(index, cases) {
            members[keys(index, cases), default: []].append(index)
        }
        return members.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { keys, indices in
            var part = cases
            part.starts = cases.starts.map { _ in asOf.days + 1 }
            for index in indices { part.starts[index] = cases.starts[index] }
            return (keys, part)
        }
    }

    /// Whether a case is in the groups asked for.
    func letsIn(_ index: Int, _ cases: Cases) -> Bool {
        filters.allSatisfy { $1.contains(cases.name($0, of: index)) }
    }

    /// What stands in the group columns of a case's row.
    func keys(_ index: Int, _ cases: Cases) -> [String] {
        AnalysisRequest.Dimension.allCases.map { dimension in
            if groupedBy.contains(dimension) { return cases.name(dimension, of: index) }
            return filters[dimension].map { $0.joined(separator: "+") } ?? KeyColumn.all
        }
    }

    /// The tables of scores, empty where no scale of the instrument was asked for.
    func wantedTables(_ input: OutcomeInput) -> [ScoredAssessments] {
        zip(input.instruments, input.scored).map { instrument, table in
            instrument.scales.contains { scales.contains($0.name) }
                ? table
                : ScoredAssessments(instrument: instrument.name, scaleCount: table.scaleCount)
        }
    }
}

extension Cases {
    /// All names of a column.
    func names(_ dimension: AnalysisRequest.Dimension) -> [String] {
        switch dimension {
        case .programme: programmeNames
        case .municipality: municipalityNames
        case .team: teamNames
        }
    }

    /// The name of a case's group, `-` where it is blank.
    func name(_ dimension: AnalysisRequest.Dimension, of index: Int) -> String {
        let place =
            switch dimension {
            case .programme: programmes[index]
            case .municipality: municipalities[index]
            case .team: teams[index]
            }
        let name = names(dimension)[Int(place)]
        return name.isEmpty ? KeyColumn.blank : name
    }
}
