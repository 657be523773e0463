import Model

/// The rows of one kind, such as one outcome, in the groups of one programme.
struct ProgrammeSlice: Sendable {
    /// The groups of the programme.
    var domain: Range<Int>
    /// Each group and its row.
    var rows: [(group: Int32, row: Int32)]

    /// An empty slice of a table that has one row a group and kind.
    func slice(_ shape: SliceShape, groups: Int) -> Slice {
        var slice = Slice(shape, groups: groups, tables: 1)
        slice.domain = domain
        var byGroup = [Int32](repeating: -1, count: groups)
        for (group, row) in rows { byGroup[Int(group)] = row }
        slice.rows = [byGroup]
        return slice
    }
}

/// Cuts rows into slices by programme and kind, in the order in which they first occur.
func programmeSlices(
    _ groups: [Group], _ rows: [(row: Int, group: Int, kind: Int)]
) -> [ProgrammeSlice] {
    let domains = programmeDomains(groups)
    var slices: [ProgrammeSlice] = []
    var places: [Int64: Int] = [:]
    for each in rows {
        let domain = domains[each.group]
        let key = Int64(domain.lowerBound) << 32 | Int64(each.kind)
        let place = places[key] ?? slices.count
        if place == slices.count {
            places[key] = place
            slices.append(ProgrammeSlice(domain: domain, rows: []))
        }
        slices[place].rows.append((Int32(each.group), Int32(each.row)))
    }
    return slices
}

/// For each group, the groups of its programme; for everything, all of them.
func programmeDomains(_ groups: [Group]) -> [Range<Int>] {
    var domains: [Range<Int>] = []
    for (index, group) in groups.enumerated() {
        if group.level == .all {
            domains.append(0..<groups.count)
        } else if let last = domains.last, groups[index - 1].programme == group.programme {
            domains.append(last)
        } else {
            let end = groups[index...].firstIndex { $0.programme != group.programme }
            domains.append(index..<(end ?? groups.count))
        }
    }
    return domains
}
