/// The groups whose linked counts slices would tell since an earlier period.
struct ToldLinks: Sendable {
    /// Of counts that are part of a number of cases, which are the same in all sheets.
    private var ofCases: Set<Int>
    /// Of others, by sheet and link.
    private var others: [Place: Set<Int>] = [:]

    private struct Place: Hashable {
        var sheet: Int
        var link: Int
    }

    init(ofCases: [Int]) {
        self.ofCases = Set(ofCases)
    }

    /// The groups in which a link is to be hidden, in order.
    func groups(_ sheet: any Sheet, _ place: Int, _ link: Int) -> [Int] {
        let groups = sheet.linksAreOfCases ? ofCases : others[Place(sheet: place, link: link)]
        return (groups ?? []).sorted()
    }

    /// With what slices tell, if that is anything new.
    func adding(_ slices: [[ProtectedSlice]], _ sheets: [SheetAtWork]) -> ToldLinks? {
        var more = self
        var isNew = false
        for (place, slices) in slices.enumerated() {
            let sheet = sheets[place].sheet
            for (index, slice) in slices.enumerated() {
                for (group, bits) in slice.protection.tellingShared.enumerated() where bits != 0 {
                    if more.note(group, bits, sheet, place, index) { isNew = true }
                }
            }
        }
        return isNew ? more : nil
    }

    private mutating func note(
        _ group: Int, _ bits: UInt64, _ sheet: any Sheet, _ place: Int, _ index: Int
    ) -> Bool {
        if sheet.linksAreOfCases { return ofCases.insert(group).inserted }
        return sheet.links(of: index).filter { bits >> UInt64($0.column) & 1 != 0 }.reduce(false) {
            let place = Place(sheet: place, link: $1.link)
            return others[place, default: []].insert(group).inserted || $0
        }
    }
}
