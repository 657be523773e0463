/// A published way to tell a reliable change from measurement error.
///
/// Compared by Claus, Wager & Bonnet (2024), *Journal of
/// Statistical Software* 111(1).
public enum ReliableChangeMethod: String, Sendable, Hashable, CaseIterable {
    case jacobsonTruax = "jacobson-truax"
    case gulliksenLordNovick = "gulliksen-lord-novick"
    case hsuLinnLord = "hsu-linn-lord"
    case edwardsNunnally = "edwards-nunnally"
    case nunnallyKotsch = "nunnally-kotsch"
    case hagemanArrindell = "hageman-arrindell"

    /// What the index must exceed, strictly: 1.65 for Hageman–Arrindell, else 1.96.
    public var criterion: Double {
        self == .hagemanArrindell ? 1.65 : 1.96
    }

    /// Gives the index of a pair, positive for the better.
    ///
    /// Nothing where the basis lacks what the method needs, or leaves no error to divide by.
    public func index(of pair: ScorePair, on basis: ReliableChangeBasis) -> Double? {
        let rise =
            switch self {
            case .jacobsonTruax: Self.jacobsonTruax(pair, basis)
            case .gulliksenLordNovick: Self.gulliksenLordNovick(pair, basis)
            case .hsuLinnLord: Self.hsuLinnLord(pair, basis)
            case .edwardsNunnally: Self.edwardsNunnally(pair, basis)
            case .nunnallyKotsch: Self.nunnallyKotsch(pair, basis)
            case .hagemanArrindell: Self.hagemanArrindell(pair, basis)
            }
        return rise.map(basis.better.improvement)
    }

    /// Judges a pair by the method's index and criterion; nothing where there is no index.
    public func judge(_ pair: ScorePair, on basis: ReliableChangeBasis) -> ReliableChange? {
        index(of: pair, on: basis).map { ReliableChange(index: $0, criterion: criterion) }
    }

    /// A quotient, or nothing when the error is 0.
    static func quotient(_ change: Double, by error: Double) -> Double? {
        error > 0 ? change / error : nil
    }
}
