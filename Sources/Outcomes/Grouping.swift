import Basics
import Model

/// The groups of a run, and its started cases in their order.
struct Grouping {
    var groups: [Group]
    /// Started cases by programme, municipality and team.
    var order: [Int32]
    /// The narrowest groups, in order: a run of `order`, and the groups that they are part of.
    var leaves: [Leaf]

    /// A team's cases, or a municipality's where there are too many teams to show each.
    struct Leaf {
        var cases: Range<Int>
        var programme: Int
        var municipality: Int
        /// Nothing where the groups stop at municipalities.
        var team: Int?

        /// The groups that the leaf's cases count in, the widest first.
        var groups: [Int] { [0, programme, municipality] + (team.map { [$0] } ?? []) }
    }

    /// Groups started cases; where there are more teams than `mostTeams`, by municipality only.
    init(_ cases: Cases, asOf: Int32, mostTeams: Int = .max) {
        groups = [Group()]
        leaves = []
        let programmes = ranks(cases.programmeNames)
        let municipalities = ranks(cases.municipalityNames)
        let teams = ranks(cases.teamNames)
        let keys = (0..<cases.count).map { index in
            Key(
                programme: programmes[Int(cases.programmes[index])],
                municipality: municipalities[Int(cases.municipalities[index])],
                team: teams[Int(cases.teams[index])], index: Int32(index))
        }
        var sorted = keys.filter { cases.starts[Int($0.index)] <= asOf }.sorted()
        let hasTeams = Grouping.teamCount(sorted) <= mostTeams
        if !hasTeams {
            for at in sorted.indices { sorted[at].team = 0 }
            sorted.sort()
        }
        order = sorted.map(\.index)
        cut(sorted, cases, hasTeams: hasTeams)
        count(cases, asOf)
    }

    /// How many teams there are, each in its municipality and programme.
    private static func teamCount(_ sorted: [Key]) -> Int {
        sorted.indices.count { at in
            at == 0 || sorted[at - 1].programme != sorted[at].programme
                || sorted[at - 1].municipality != sorted[at].municipality
                || sorted[at - 1].team != sorted[at].team
        }
    }

    private struct Key: Comparable {
        var programme: Int32
        var municipality: Int32
        var team: Int32
        var index: Int32

        static func < (a: Key, b: Key) -> Bool {
            (a.programme, a.municipality, a.team, a.index)
                < (b.programme, b.municipality, b.team, b.index)
        }
    }

    private mutating func cut(_ sorted: [Key], _ cases: Cases, hasTeams: Bool) {
        for (at, key) in sorted.enumerated() {
            let before = at > 0 ? sorted[at - 1] : nil
            if let before, before.team == key.team, before.municipality == key.municipality,
                before.programme == key.programme
            {
                leaves[leaves.count - 1].cases = leaves[leaves.count - 1].cases.lowerBound..<at + 1
                continue
            }
            open(key, after: before, at: at, cases, hasTeams: hasTeams)
        }
    }

    /// Opens the groups that a case is the first of.
    private mutating func open(
        _ key: Key, after before: Key?, at: Int, _ cases: Cases, hasTeams: Bool
    ) {
        let index = Int(key.index)
        let programme = cases.programmeNames[Int(cases.programmes[index])]
        let municipality = cases.municipalityNames[Int(cases.municipalities[index])]
        let team = cases.teamNames[Int(cases.teams[index])]
        var leaf = leaves.last ?? Leaf(cases: 0..<0, programme: 0, municipality: 0)
        if before?.programme != key.programme {
            leaf.programme = groups.count
            groups.append(Group(programme: programme))
        }
        if before?.programme != key.programme || before?.municipality != key.municipality {
            leaf.municipality = groups.count
            groups.append(Group(programme: programme, municipality: municipality))
        }
        if hasTeams {
            leaf.team = groups.count
            groups.append(Group(programme: programme, municipality: municipality, team: team))
        }
        leaf.cases = at..<at + 1
        leaves.append(leaf)
    }

    private mutating func count(_ cases: Cases, _ asOf: Int32) {
        for leaf in leaves {
            let open = leaf.cases.count { at in
                let end = cases.ends[Int(order[at])]
                return end == AssessmentBatch.none || end > asOf
            }
            for group in leaf.groups {
                groups[group].cases += leaf.cases.count
                groups[group].open += open
            }
        }
    }
}

/// The rank of each name in byte order; equal names share a rank.
private func ranks(_ names: [String]) -> [Int32] {
    let order = names.indices.sorted { names[$0].utf8.lexicographicallyPrecedes(names[$1].utf8) }
    var ranks = [Int32](repeating: 0, count: names.count)
    for (rank, index) in order.enumerated() {
        let isTie = rank > 0 && names[order[rank - 1]] == names[index]
        ranks[index] = isTie ? ranks[order[rank - 1]] : Int32(rank)
    }
    return ranks
}
