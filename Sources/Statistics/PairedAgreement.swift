/// How well two measurers of the same objects agree, over the objects that both measured.
public struct PairedAgreement: Sendable, Hashable {
    /// Second minus first, over the complete pairs: their number, mean and spread.
    public let differences: Moments
    /// ICC(A,1); nothing for fewer than two complete pairs or without any spread.
    public let intraclassCorrelation: Double?

    /// Compares two equally long series; a pair with a missing value does not count.
    ///
    /// (1, 2), (2, 2), (3, 5), (4, –): three pairs, mean difference 1.
    public init(_ first: [Double?], _ second: [Double?]) {
        precondition(
            first.count == second.count, "\(first.count) numbers pair with \(second.count)")
        let pairs = zip(first, second).compactMap { one, other -> [Double]? in
            guard let one, let other else { return nil }
            return [one, other]
        }
        differences = Moments(of: pairs.map { $0[1] - $0[0] })
        intraclassCorrelation = Statistics.intraclassCorrelation(pairs)
    }
}
