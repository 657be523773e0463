/// Slices that count the same persons, or have a total in common: what one of them hides another
/// must not tell.
extension Protecting {
    /// Protects anew the slices that would tell what others hide: what is not shown at one horizon
    /// would be told by another.
    func protectAlike(
        _ sheets: [SheetAtWork], _ slices: inout [[ProtectedSlice]], _ links: [[[UInt64]]]
    ) {
        var links = links
        var givenUp = slices.map { Array(repeating: [UInt64](), count: $0.count) }
        while true {
            var late = noteTold(&slices, &givenUp)
            for place in sheets.indices where !links[place].isEmpty {
                late[place].formUnion(noteHidden(sheets[place], slices[place], &links[place]))
            }
            if late.allSatisfy(\.isEmpty) { return }
            for place in sheets.indices {
                let (each, links, givenUp) = (sheets[place], links[place], givenUp[place])
                protectAnew(&slices[place], late[place].sorted()) { index in
                    protect(each, index, links, givingUp: givenUp[index])
                }
            }
        }
    }

    /// Notes what is given up and stands in several slices; gives those that still show it.
    private func noteHidden(
        _ each: SheetAtWork, _ slices: [ProtectedSlice], _ hidden: inout [[UInt64]]
    ) -> [Int] {
        let links = slices.indices.map { each.sheet.links(of: $0) }
        for (slice, links) in zip(slices, links) {
            for link in links { slice.add(givenUp: link.column, to: &hidden[link.link]) }
        }
        return slices.indices.filter { index in
            links[index].contains { slices[index].shows($0.column, of: hidden[$0.link]) }
        }
    }

    /// Notes what slices have to give up since they have a total in common; gives those of each
    /// sheet that still show it.
    private func noteTold(
        _ slices: inout [[ProtectedSlice]], _ givenUp: inout [[[UInt64]]]
    ) -> [Set<Int>] {
        var late = slices.map { _ in Set<Int>() }
        for places in placesInCommon(slices) {
            let told = places.map { slices[$0.sheet][$0.slice].protection.told }
            var ofGroup = told.map { $0[0] }
            let (sheet, slice) = places[0]
            for group in slices[sheet][slice].slice.domain {
                for place in told.indices { ofGroup[place] = told[place][group] }
                let bits = TotalTold.givenUp(ofGroup, threshold: Int32(rules.threshold))
                for (place, bits) in bits.enumerated() where !bits.isNothing {
                    let (sheet, slice) = places[place]
                    slices[sheet][slice].noteTelling(shared: bits.shared, group)
                    if give(up: bits, group, told[place], &givenUp[sheet][slice]) {
                        late[sheet].insert(slice)
                    }
                }
            }
        }
        return late
    }

    /// Notes what a slice gives up in a group and those beside it; tells whether that is new.
    private func give(
        up bits: TotalTold.GivenUp, _ group: Int, _ told: [TotalTold], _ givenUp: inout [UInt64]
    ) -> Bool {
        if bits.own | bits.shownAgain == 0 { return false }
        if givenUp.isEmpty { givenUp = Array(repeating: 0, count: groups.count) }
        let parent = Int(tree.parents[group])
        var isNew = false
        for each in parent < 0 ? [group] : tree.parts(parent).map(Int.init) {
            let more =
                bits.shownAgain & told[each].shownAgain | (each == group ? bits.own : 0)
            if givenUp[each] & more != more { isNew = true }
            givenUp[each] |= more
        }
        return isNew
    }

    /// The slices that have a total in common and tell something of it.
    private func placesInCommon(
        _ slices: [[ProtectedSlice]]
    ) -> [[(sheet: Int, slice: Int)]] {
        var places: [TotalInCommon: [(sheet: Int, slice: Int)]] = [:]
        var order: [TotalInCommon] = []
        for (sheet, slices) in slices.enumerated() {
            for (index, each) in slices.enumerated() where !each.protection.told.isEmpty {
                guard let total = each.slice.totalInCommon else { continue }
                if places[total] == nil { order.append(total) }
                places[total, default: []].append((sheet, index))
            }
        }
        return order.compactMap { places[$0] }.filter { $0.count > 1 }
    }
}
