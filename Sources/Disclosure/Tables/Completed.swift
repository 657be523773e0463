import Model

/// Figures with an empty one for each group that has none while its programme has some.
///
/// A missing row would say that the group has nothing, which is a count like any other.
func completed<Figure>(
    _ figures: [Figure], _ groups: [Group], group: KeyPath<Figure, Int>, kind: (Figure) -> Int,
    empty: (Figure, Int) -> Figure
) -> [Figure] {
    let domains = programmeDomains(groups)
    var domainsOfKind: [Int: [(domain: Range<Int>, example: Figure)]] = [:]
    var present = Set<GroupKind>()
    for figure in figures {
        present.insert(GroupKind(group: figure[keyPath: group], kind: kind(figure)))
        let domain = domains[figure[keyPath: group]]
        if domainsOfKind[kind(figure), default: []].allSatisfy({ $0.domain != domain }) {
            domainsOfKind[kind(figure), default: []].append((domain, figure))
        }
    }
    var all = figures
    for kind in domainsOfKind.keys.sorted() {
        for (domain, example) in domainsOfKind[kind] ?? [] {
            // Everything is one group: only the groups of a programme are completed.
            for group in domain where groups[domain.lowerBound].level != .all {
                if present.contains(GroupKind(group: group, kind: kind)) { continue }
                all.append(empty(example, group))
            }
        }
    }
    return all
}

private struct GroupKind: Hashable {
    var group: Int
    var kind: Int
}
