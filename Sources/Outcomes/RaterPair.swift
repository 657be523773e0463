import Model

/// Two informants on one scale, compared on the persons whom both rated at baseline.
struct RaterPair {
    /// Index among the scales made ready.
    let scale: Int
    private let comparesAcrossForms: Bool
    let first: Int32
    let second: Int32

    /// Every pair of informants of every scale, in the order of the measures.
    static func all(_ frame: Frame) -> [RaterPair] {
        frame.scales.enumerated().flatMap { index, scale in
            let measures = scale.measures.filter { $0 >= 0 }
            return measures.indices.flatMap { a in
                measures[(a + 1)...].map {
                    RaterPair(
                        scale: index, comparesAcrossForms: scale.comparesAcrossForms,
                        first: measures[a], second: $0)
                }
            }
        }
    }

    /// Adds the persons of a family whom both rated with the same form.
    func add(_ family: FamilyReading, to tally: inout RaterTally) {
        family.forEach(of: first) { a in
            family.forEach(of: second) { b in
                guard a.person == b.person, a.baseline >= 0, b.baseline >= 0,
                    comparesAcrossForms || a.form == b.form
                else { return }
                tally.add(a.start, b.start)
            }
        }
    }
}
