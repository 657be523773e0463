import Model

/// Two informants on one scale, compared on the persons whom both rated at baseline.
struct RaterPair {
    let scale: ScaleReading
    let first: Int32
    let second: Int32

    /// Every pair of informants of every scale, in the order of the measures.
    static func all(_ frame: Frame) -> [RaterPair] {
        frame.scales.flatMap { scale in
            let measures = scale.measures.filter { $0 >= 0 }
            return measures.indices.flatMap { a in
                measures[(a + 1)...].map {
                    RaterPair(scale: scale, first: measures[a], second: $0)
                }
            }
        }
    }

    /// Adds the persons of a family whom both rated with the same form.
    func add(_ family: FamilyReading, _ frame: Frame, to tally: inout RaterTally) {
        guard family.has(first), family.has(second) else { return }
        let sheet = frame.sheets[scale.instrument]
        family.forEach(of: first) { a in
            family.forEach(of: second) { b in
                guard a.person == b.person, a.baseline >= 0, b.baseline >= 0,
                    scale.maySubtract(Int(a.baseline), Int(b.baseline), in: sheet)
                else { return }
                tally.add(
                    sheet.units(Int(a.baseline), scale.scale, scale.unit),
                    sheet.units(Int(b.baseline), scale.scale, scale.unit))
            }
        }
    }
}
