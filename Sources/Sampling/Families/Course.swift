import Basics

/// How a person's burden moves while the family is supported.
///
/// 1 is the burden of a typical referred family, 0 that of the population. The change comes
/// early and levels off: half of it is there after 110 days.
struct Course: Sendable {
    /// The burden on the first day.
    var burden: Double
    /// How much of the burden is lifted in the end; negative where it grows.
    var gain: Double

    private static let halfTime = 110.0

    /// The burden so many days after the first.
    func burden(after days: Int) -> Double {
        let elapsed = Double(max(0, days))
        return burden - gain * elapsed / (elapsed + Course.halfTime)
    }

    /// The course of one member of a family: like the family's, but its own.
    func varied(_ random: inout SeededRandom) -> Course {
        Course(
            burden: burden + 0.35 * random.nearlyNormal(),
            gain: gain * random.between(0.55, 1.45) + 0.15 * random.nearlyNormal())
    }
}

/// How a family's time with the programme turns out.
enum Fate: Int, CaseIterable, Sendable {
    case improves, stays, worsens

    static let weights = [70, 19, 11]

    /// How much of the burden is lifted in the end.
    func gain(_ random: inout SeededRandom) -> Double {
        switch self {
        case .improves: random.between(0.75, 1.7)
        case .stays: random.between(-0.15, 0.25)
        case .worsens: random.between(-0.9, -0.25)
        }
    }
}
