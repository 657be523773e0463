import Intake
import Model

/// The families of a private list in its order: by municipality, team and pseudonym.
struct FamilyOrder {
    /// A family's places in the lists of names, and the number of its pseudonym.
    struct Place {
        var owner: Int32
        var municipality: Int32
        var team: Int32
        var name: UInt64
        /// The places of both names in the order of names.
        fileprivate var group: UInt64
    }

    /// The families, in order.
    let places: [Place]
    /// Where a family stands among them, by its index among all cases.
    private var ranks: [Int32]

    /// Puts the families that a list has lines about in order.
    init(_ owners: some Sequence<Int32>, _ cases: Cases, _ pseudonyms: Pseudonyms) {
        let municipalities = FamilyOrder.order(of: cases.municipalityNames)
        let teams = FamilyOrder.order(of: cases.teamNames)
        ranks = Array(repeating: -1, count: cases.count)
        var places: [Place] = []
        for owner in owners where ranks[Int(owner)] < 0 {
            let index = Int(owner)
            ranks[index] = 0
            let (municipality, team) = (cases.municipalities[index], cases.teams[index])
            let (first, second) = (municipalities[Int(municipality)], teams[Int(team)])
            places.append(
                Place(
                    owner: owner, municipality: Int32(municipality), team: Int32(team),
                    name: pseudonyms.numberOfCase(cases.identifiers[index]),
                    group: UInt64(first) << 32 | UInt64(second)))
        }
        places.sort { ($0.group, $0.name, $0.owner) < ($1.group, $1.name, $1.owner) }
        for (rank, place) in places.enumerated() { ranks[Int(place.owner)] = Int32(rank) }
        self.places = places
    }

    /// Where a family stands.
    func rank(of owner: Int32) -> Int { Int(ranks[Int(owner)]) }

    /// The place of each name when they stand in order; equal names share one.
    private static func order(of names: [String]) -> [Int] {
        let sorted = Set(names).sorted()
        let places = Dictionary(uniqueKeysWithValues: zip(sorted, sorted.indices))
        return names.map { places[$0, default: 0] }
    }
}
