import Model

/// Figures with an empty one for each group that has none while its programme has some.
///
/// A missing row would say that the group has nothing, which is a count like any other.
func completed<Figure>(
    _ figures: [Figure], _ groups: [Group], group: KeyPath<Figure, Int>, kind: (Figure) -> Int,
    empty: (Figure, Int) -> Figure
) -> [Figure] {
    let domains = programmeDomains(groups)
    var kinds = KindsOfGroups<Figure>(groups: groups.count)
    for figure in figures {
        let group = figure[keyPath: group]
        kinds.note(figure, kind(figure), group, domains[group])
    }
    var all = figures
    for kind in kinds.inOrder {
        for (domain, example) in kind.programmes
        // Everything is one group: only the groups of a programme are completed.
        where groups[domain.lowerBound].level != .all {
            for group in domain where !kind.isPresent[group] { all.append(empty(example, group)) }
        }
    }
    return all
}

/// Which groups have a figure of each kind, and an example of it in each programme.
private struct KindsOfGroups<Figure> {
    struct Kind {
        var number: Int
        var isPresent: [Bool]
        var programmes: [(domain: Range<Int>, example: Figure)] = []
    }

    private let groups: Int
    private var kinds: [Kind] = []
    private var places: [Int: Int] = [:]

    init(groups: Int) {
        self.groups = groups
    }

    var inOrder: [Kind] { kinds.sorted { $0.number < $1.number } }

    mutating func note(_ figure: Figure, _ number: Int, _ group: Int, _ domain: Range<Int>) {
        let place = places[number] ?? kinds.count
        if place == kinds.count {
            places[number] = place
            kinds.append(Kind(number: number, isPresent: Array(repeating: false, count: groups)))
        }
        kinds[place].isPresent[group] = true
        if !kinds[place].programmes.contains(where: { $0.domain == domain }) {
            kinds[place].programmes.append((domain, figure))
        }
    }
}
