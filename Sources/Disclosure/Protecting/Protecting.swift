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

    /// Adds the groups in which a part of a total is hidden, and not since that is small, to those
    /// where a link is, one bit each.
    func add(givenUp column: Int, to link: inout [UInt64]) {
        let (part, hidden, small) = (UInt64(column), protection.hidden, protection.small)
        for sum in slice.shape.sums where sum.parts.contains(column) {
            let total = UInt64(sum.total)
            link.withUnsafeMutableBufferPointer { link in
                for group in slice.domain {
                    link[group] |= hidden[group] >> part & ~(small[group] >> total) & 1
                }
            }
        }
    }

    /// Whether a column is shown in a group where a link is hidden.
    func shows(_ column: Int, of link: [UInt64]) -> Bool {
        link.withUnsafeBufferPointer { link in
            protection.hidden.withUnsafeBufferPointer { hidden in
                var shown: UInt64 = 0
                for group in slice.domain {
                    shown |= link[group] & ~(hidden[group] >> UInt64(column))
                }
                return shown & 1 != 0
            }
        }
    }

    /// Notes what a group shows that stands in other slices too, and tells of others.
    mutating func noteTelling(shared: UInt64, _ group: Int) {
        protection.noteTelling(shared: shared, group)
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
    let rules: SmallNumbers
    private let hasEarlier: Bool
    let groups: [Group]
    let tree: GroupTree
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
    func protectAnew(
        _ slices: inout [ProtectedSlice], _ late: [Int],
        _ protect: @Sendable (Int) -> ProtectedSlice
    ) {
        let made = sideBySide(late.count, workers) { protect(late[$0]) }
        for (index, slice) in zip(late, made) { slices[index] = slice }
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
    func protect(
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

    /// Protects slices whose counts add up to totals that other tables tell.
    private func protectTogether(_ slices: [Slice], _ each: SheetAtWork) -> [ProtectedSlice] {
        let tree = tree(of: each.sheet)
        let trees = slices.map { $0.present(in: tree) }
        var together = SlicesThatAddUp(slices, tree, threshold: rules.threshold)
        var protections = zip(together.slices, trees).map(way)
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
