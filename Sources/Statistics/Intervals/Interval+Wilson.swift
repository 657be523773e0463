extension Interval {
    /// Gives Wilson's score interval of a share, within 0...1.
    ///
    /// Wilson (1927), *Journal of the American Statistical Association* 22: 209–212. `size` above 0
    /// may be an effective size that is not whole; `z` is the normal critical value. For any share
    /// in 0...1 and any size. 81 of 263 gives 0.2553 to 0.3662 (Newcombe 1998, *Statistics in
    /// Medicine* 17: 857–872).
    public static func wilson(
        share: Double, size: Double, z: Double = StandardNormal.critical95
    ) -> Interval {
        precondition((0...1).contains(share), "share \(share) is not in 0...1")
        precondition(size > 0, "a share of \(size) observations")
        let square = z * z / size
        let scale = 1 + square
        let centre = (share + square / 2) / scale
        let spread = share * (1 - share) / size + square / (4 * size)
        let halfWidth = z * spread.squareRoot() / scale
        return Interval(
            low: share == 0 ? 0 : max(0, centre - halfWidth),
            high: share == 1 ? 1 : min(1, centre + halfWidth))
    }

    /// Gives Wilson's score interval of a count among `size` observations, at least 1.
    ///
    /// 0 of 20 gives 0 to 0.1611; 5 of 10 gives 0.2366 to 0.7634.
    public static func wilson(
        successes: Int, of size: Int, z: Double = StandardNormal.critical95
    ) -> Interval {
        precondition(size > 0 && (0...size).contains(successes), "\(successes) of \(size)")
        return wilson(share: Double(successes) / Double(size), size: Double(size), z: z)
    }
}
