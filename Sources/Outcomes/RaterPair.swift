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
        let sheet = frame.sheets[scale.instrument]
        for a in family.series where a.measure == first && a.baseline >= 0 {
            for b in family.series
            where b.measure == second && b.person == a.person && b.baseline >= 0 {
                guard scale.maySubtract(Int(a.baseline), Int(b.baseline), in: sheet) else {
                    continue
                }
                tally.add(
                    sheet.units(Int(a.baseline), scale.scale, scale.unit),
                    sheet.units(Int(b.baseline), scale.scale, scale.unit))
            }
        }
    }
}
