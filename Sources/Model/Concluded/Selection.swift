import Basics

/// Which rows of change an evaluator asks for; an empty list asks for all.
public struct Selection: Sendable, Hashable {
    public var scales: [String] = []
    public var informants: [String] = []
    public var horizons: [Horizon] = []
    public var levels: [Group.Level] = []
    public var programmes: [String] = []
    public var municipalities: [String] = []
    public var teams: [String] = []

    /// Makes a selection of everything.
    public init() {}

    /// Picks the rows asked for, in their order; a name that nothing bears is refused.
    public func changes(of conclusions: Conclusions) throws(Refusal) -> [GroupChange] {
        let unknown = problems(in: conclusions)
        if !unknown.isEmpty { throw Refusal(.usage, unknown) }
        return conclusions.changes.filter { row in
            let group = conclusions.groups[row.group]
            let measure = conclusions.measures[row.measure]
            return takes(measure.scaleName, scales) && takes(measure.informant, informants)
                && takes(row.horizon, horizons) && takes(group.level, levels)
                && takes(group.programme, programmes)
                && takes(group.municipality, municipalities) && takes(group.team, teams)
        }
    }

    private func takes<Value: Equatable>(_ value: Value?, _ wanted: [Value]) -> Bool {
        wanted.isEmpty || value.map(wanted.contains) ?? false
    }

    /// One finding a name that the conclusions do not have, with a near miss.
    private func problems(in conclusions: Conclusions) -> [Finding] {
        let groups = conclusions.groups
        return unknown(scales, "scale", conclusions.measures.map(\.scaleName))
            + unknown(informants, "informant", conclusions.measures.map(\.informant))
            + unknown(programmes, "programme", groups.compactMap(\.programme))
            + unknown(municipalities, "municipality", groups.compactMap(\.municipality))
            + unknown(teams, "team", groups.compactMap(\.team))
    }

    private func unknown(_ wanted: [String], _ kind: String, _ known: [String]) -> [Finding] {
        let names = Set(known).sorted()
        return wanted.filter { !names.contains($0) }.map { name in
            Finding(
                .definitionNameUnknown, .error, at: Place("--where"),
                "no \(kind) '\(name)' has been measured" + NearMiss.hint(name, among: names))
        }
    }
}
