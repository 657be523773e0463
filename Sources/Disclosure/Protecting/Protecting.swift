import Model

/// A sheet while its tables are protected.
struct SheetAtWork: Sendable {
    var sheet: any Sheet
    /// What an earlier period showed of each table.
    let before: [EarlierFigures]
    /// Its slices with all that is known of them from elsewhere, if they have been asked for.
    fileprivate var prepared: [Slice] = []
    /// Its slices, once they are protected.
    var slices: [ProtectedSlice] = []

    init(_ sheet: any Sheet, _ earlier: EarlierPublished?) {
        self.sheet = sheet
        before = sheet.tables.map { EarlierFigures($0, earlier) }
    }
}

/// A slice and what is hidden of it.
struct ProtectedSlice: Sendable {
    private(set) var slice: Slice
    private(set) var protection: Protection
    let terms: HiddenTerms

    init(_ slice: Slice, _ protection: Protection) {
        self.slice = slice
        self.protection = protection
        var terms = HiddenTerms()
        terms.add(protection, of: slice)
        self.terms = terms
    }

    /// Whether a column of a group is hidden.
    func hides(_ column: Int, _ group: Int) -> Bool {
        protection.hidden[group] >> UInt64(column) & 1 != 0
    }

    /// Whether a part of a total that a group shows is hidden.
    func givesUp(_ column: Int, _ group: Int) -> Bool {
        hides(column, group)
            && slice.shape.sums.contains {
                $0.parts.contains(column) && !hides($0.total, group)
            }
    }

    /// Lets go of what it tells of others, which nobody needs once all slices are protected.
    mutating func forgetTold() {
        protection.told = []
        protection.tellingShared = []
    }

    /// The slice without its counts, which nobody needs once they are protected.
    var withoutCounts: ProtectedSlice {
        var rest = self
        rest.slice.forgetCounts()
        return rest
    }
}

/// What every sheet is protected with.
struct Protecting: Sendable {
    private let rules: SmallNumbers
    private let hasEarlier: Bool
    private let groups: [Group]
    private let tree: GroupTree
    private let treeWithoutTeams: GroupTree
    private let earlierCases: EarlierCases
    private let workers: Int
    private let way: @Sendable (Slice, GroupTree) -> Protection
    /// What is hidden of the numbers of cases.
    private var cases: Protection
    /// What is hidden of counts that months add up to.
    private var terms = HiddenTerms()
    /// The series of the table outcomes, once that is protected.
    private var series: PublishedSeries?

    init(
        _ input: Disclosable, _ rules: SmallNumbers, _ earlier: EarlierPublished?, _ workers: Int,
        _ way: @escaping @Sendable (Slice, GroupTree) -> Protection
    ) {
        self.rules = rules
        self.workers = workers
        self.way = way
        hasEarlier = earlier != nil
        groups = input.conclusions.groups
        tree = GroupTree(groups)
        treeWithoutTeams = GroupTree(groups, hasTeams: false)
        cases = Protection(groups: groups.count)
        earlierCases = EarlierCases(
            hasEarlier ? casesSheet(input, threshold: rules.threshold).tables[0] : nil,
            earlier, groups: groups.count)
    }

    /// Takes in what others must know of a sheet.
    mutating func learn(from sheet: any Sheet, _ slices: [ProtectedSlice]) {
        for slice in slices { terms.add(slice.terms) }
        guard sheet.tables[0].rowCount > 0 else { return }
        if sheet.tables[0].name == "cases", let last = slices.last { cases = last.protection }
        if let outcomes = sheet as? OutcomeSheet { series = PublishedSeries(outcomes, slices) }
    }

    /// Protects the slices of sheets side by side, one by one or those together that add up.
    func protect(_ sheets: [SheetAtWork]) -> [[ProtectedSlice]] {
        var sheets = sheets
        var told = ToldLinks(
            ofCases: hasEarlier ? sheets.indices.flatMap { toldGroups(&sheets[$0]) } : [])
        var links = linked(sheets, told)
        var slices = protect(sheets, links)
        protectAlike(sheets, &slices, links)
        while let more = told.adding(slices, sheets) {
            let now = linked(sheets, more, since: (told, links))
            protectAnew(sheets, &slices, links, now)
            protectAlike(sheets, &slices, now)
            (told, links) = (more, now)
        }
        for place in slices.indices {
            for index in slices[place].indices { slices[place][index].forgetTold() }
        }
        return slices
    }

    /// Protects all slices, knowing what is hidden of those that they are linked to.
    private func protect(
        _ sheets: [SheetAtWork], _ links: [[[UInt64]]]
    ) -> [[ProtectedSlice]] {
        let pieces = sheets.indices.flatMap { index in
            sheets[index].pieces.map { (sheet: index, piece: $0) }
        }
        let made = sideBySide(pieces.count, workers) { index in
            let (place, piece) = pieces[index]
            let each = sheets[place]
            return switch piece {
            case .alone(let slice): [protect(each, slice, links[place])]
            case .together(let slices):
                protectTogether(slices.map { prepared($0, each) }, each)
            }
        }
        var slices: [[ProtectedSlice]] = Array(repeating: [], count: sheets.count)
        for ((place, _), made) in zip(pieces, made) { slices[place] += made }
        return slices
    }

    /// Protects anew the slices that are linked to others of which more is hidden now.
    private func protectAnew(
        _ sheets: [SheetAtWork], _ slices: inout [[ProtectedSlice]], _ before: [[[UInt64]]],
        _ now: [[[UInt64]]]
    ) {
        for place in sheets.indices {
            let more = now[place].indices.filter { now[place][$0] != before[place][$0] }
            if more.isEmpty { continue }
            let late = slices[place].indices.filter { index in
                sheets[place].sheet.links(of: index).contains { more.contains($0.link) }
            }
            protectAnew(&slices[place], late) { index in
                protect(sheets[place], index, now[place])
            }
        }
    }

    /// Protects some slices of a sheet anew, side by side.
    private func protectAnew(
        _ slices: inout [ProtectedSlice], _ late: [Int],
        _ protect: @Sendable (Int) -> ProtectedSlice
    ) {
        let made = sideBySide(late.count, workers) { protect(late[$0]) }
        for (index, slice) in zip(late, made) { slices[index] = slice }
    }

    /// Protects anew, in every sheet, the slices that would tell what others hide.
    private func protectAlike(
        _ sheets: [SheetAtWork], _ slices: inout [[ProtectedSlice]], _ links: [[[UInt64]]]
    ) {
        for place in sheets.indices where !links[place].isEmpty {
            protectAlike(sheets[place], &slices[place], links[place])
        }
    }

    private func tree(of sheet: any Sheet) -> GroupTree {
        sheet.hasTeams ? tree : treeWithoutTeams
    }

    /// What is hidden of the slices that those of sheets are linked to; `since` what was, when less
    /// was told.
    private func linked(
        _ sheets: [SheetAtWork], _ told: ToldLinks,
        since before: (told: ToldLinks, hidden: [[[UInt64]]])? = nil
    ) -> [[[UInt64]]] {
        let links = sheets.indices.flatMap { index in
            (0..<sheets[index].sheet.linkCount).map { (sheet: index, link: $0) }
        }
        let made = sideBySide(links.count, workers) { index in
            let (place, link) = links[index]
            let each = sheets[place]
            let groups = told.groups(each.sheet, place, link)
            if let before, before.told.groups(each.sheet, place, link) == groups {
                return before.hidden[place][link]
            }
            var slice = prepared(each.sheet.link(link), each)
            slice.hideOnlyColumn(groups)
            return way(slice, tree(of: each.sheet)).hidden
        }
        var hidden: [[[UInt64]]] = Array(repeating: [], count: sheets.count)
        for ((place, _), made) in zip(links, made) { hidden[place].append(made) }
        return hidden
    }

    /// The groups whose linked counts a slice would tell since an earlier period. What is part of
    /// a number of cases is linked to the same counts in all sheets and at all horizons.
    private func toldGroups(_ each: inout SheetAtWork) -> [Int] {
        guard each.sheet.linksAreOfCases else { return [] }
        each.prepared = sideBySide(each.sheet.sliceCount, workers) { [each] in prepared($0, each) }
        return each.prepared.enumerated().flatMap { index, slice -> [Int] in
            guard let link = each.sheet.links(of: index).first else { return [] }
            return slice.hardlyGrown(beside: link.column, threshold: rules.threshold)
        }
    }

    /// A slice of a sheet with all that is known of it from elsewhere.
    private func prepared(_ index: Int, _ each: SheetAtWork) -> Slice {
        each.prepared.isEmpty ? prepared(each.sheet.slice(index), each) : each.prepared[index]
    }

    /// A slice with all that is known of it from elsewhere.
    private func prepared(_ slice: consuming Slice, _ each: SheetAtWork) -> Slice {
        if hasEarlier {
            slice.noteChanges(
                since: each.before, earlierCases, tree, threshold: rules.threshold)
        }
        slice.closeSmallGroups(groups, threshold: rules.threshold)
        slice.close(where: cases, groups, earlierCases, threshold: rules.threshold)
        slice.close(where: terms, threshold: rules.threshold)
        return slice
    }

    /// Protects one slice, knowing what is hidden of the same persons in other slices, and what it
    /// has to give up for these.
    private func protect(
        _ each: SheetAtWork, _ index: Int, _ hidden: [[UInt64]], givingUp givenUp: [UInt64] = []
    ) -> ProtectedSlice {
        var slice = prepared(index, each)
        for link in each.sheet.links(of: index) {
            for group in slice.domain where hidden[link.link][group] != 0 {
                slice.alsoHidden[group] |= 1 << UInt64(link.column)
            }
        }
        for group in givenUp.indices { slice.alsoHidden[group] |= givenUp[group] }
        let tree = tree(of: each.sheet)
        var protection = way(slice, tree)
        while let series, !slice.headings.isEmpty,
            slice.closeTold(by: series, protection.hidden, threshold: rules.threshold)
        {
            protection = way(slice, tree)
        }
        return ProtectedSlice(slice, protection).withoutCounts
    }

    /// Protects anew the slices that would tell what others hide: what is not shown at one horizon
    /// would be told by another.
    private func protectAlike(
        _ each: SheetAtWork, _ slices: inout [ProtectedSlice], _ hidden: [[UInt64]]
    ) {
        var hidden = hidden
        var givenUp = Array(repeating: [UInt64](), count: slices.count)
        while true {
            let late = noteHidden(each, slices, &hidden) + noteTold(each, slices, &givenUp)
            if late.isEmpty { return }
            protectAnew(&slices, Set(late).sorted()) { [hidden, givenUp] index in
                protect(each, index, hidden, givingUp: givenUp[index])
            }
        }
    }

    /// Notes what is given up of everything, or of a programme, and stands in several slices; gives
    /// those that still show it.
    private func noteHidden(
        _ each: SheetAtWork, _ slices: [ProtectedSlice], _ hidden: inout [[UInt64]]
    ) -> [Int] {
        let tree = tree(of: each.sheet)
        guard let all = tree.all else { return [] }
        let groups = [all] + tree.parts(all).map(Int.init)
        let links = slices.indices.map { each.sheet.links(of: $0) }
        for index in slices.indices {
            for group in groups where slices[index].slice.domain.contains(group) {
                for link in links[index] where slices[index].givesUp(link.column, group) {
                    hidden[link.link][group] = 1
                }
            }
        }
        return slices.indices.filter { index in
            links[index].contains { link in
                groups.contains { group in
                    slices[index].slice.domain.contains(group) && hidden[link.link][group] != 0
                        && !slices[index].hides(link.column, group)
                }
            }
        }
    }

    /// Notes what slices have to give up since they have a total in common; gives those that still
    /// show it.
    private func noteTold(
        _ each: SheetAtWork, _ slices: [ProtectedSlice], _ givenUp: inout [[UInt64]]
    ) -> [Int] {
        var late: [Int] = []
        for range in each.sheet.slicesOfOneTotal {
            let places = range.filter { !slices[$0].protection.told.isEmpty }
            if places.count < 2 { continue }
            let told = places.map { slices[$0].protection.told }
            var ofGroup = told.map { $0[0] }
            for group in groups.indices {
                for place in told.indices { ofGroup[place] = told[place][group] }
                let bits = HorizonTold.givenUp(ofGroup, threshold: Int32(rules.threshold))
                for (place, bits) in zip(places, bits) where bits != 0 {
                    if givenUp[place].isEmpty {
                        givenUp[place] = Array(repeating: 0, count: groups.count)
                    }
                    let isNew = givenUp[place][group] & bits != bits
                    givenUp[place][group] |= bits
                    if isNew { late.append(place) }
                }
            }
        }
        return late
    }

    /// Protects slices whose counts add up to totals that other tables tell.
    private func protectTogether(_ slices: [Slice], _ each: SheetAtWork) -> [ProtectedSlice] {
        let tree = tree(of: each.sheet)
        let trees = slices.map { $0.present(in: tree) }
        var together = SlicesThatAddUp(slices, tree, threshold: rules.threshold)
        var protections = zip(slices, trees).map(way)
        var changed = Array(slices.indices)
        while !changed.isEmpty {
            for index in changed { together.note(protections[index].hidden, of: index) }
            changed = together.hideMore()
            for index in changed { protections[index] = way(together.slices[index], trees[index]) }
        }
        return zip(together.slices, protections).map { ProtectedSlice($0, $1).withoutCounts }
    }
}

extension SheetAtWork {
    /// What is protected by itself.
    fileprivate enum Piece {
        case alone(Int)
        case together(Range<Int>)
    }

    /// All that is to be protected.
    fileprivate var pieces: [Piece] {
        let together = sheet.slicesThatAddUp
        return together.isEmpty
            ? (0..<sheet.sliceCount).map { .alone($0) } : together.map { .together($0) }
    }
}
