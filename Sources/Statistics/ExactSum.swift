/// Adds finite numbers exactly and rounds once, so that their order changes nothing.
///
/// Shewchuk (1997), *Discrete & Computational Geometry* 18: 305–363: the running sum is kept as
/// doubles that do not overlap. Right to the last bit while no partial sum overflows; 0 for no
/// numbers. Ten times 0.1 gives exactly 1.
public func exactSum(_ values: some Sequence<Double>) -> Double {
    var parts: [Double] = []
    for value in values {
        precondition(value.isFinite, "a sum takes finite numbers, not \(value)")
        add(value, to: &parts)
    }
    return rounded(parts)
}

/// Puts a value among parts of ascending size whose exact sum stays exact.
private func add(_ value: Double, to parts: inout [Double]) {
    var carried = value
    var kept = 0
    for index in parts.indices {
        let part = parts[index]
        let sum = carried + part
        // What rounding took from the sum, without asking which is larger (Knuth 1969, 4.2.2).
        let came = sum - carried
        let error = (carried - (sum - came)) + (part - came)
        if error != 0 {
            parts[kept] = error
            kept += 1
        }
        carried = sum
    }
    if kept == parts.count { return parts.append(carried) }
    parts[kept] = carried
    if kept + 1 < parts.count { parts.removeLast(parts.count - kept - 1) }
}

/// The double nearest to the sum of parts that do not overlap, ties to even.
private func rounded(_ parts: [Double]) -> Double {
    guard var sum = parts.last else { return 0 }
    var rest = parts.dropLast()
    while let part = rest.popLast() {
        let whole = sum
        sum = whole + part
        let error = part - (sum - whole)
        if error == 0 { continue }
        return nudged(sum, by: error, before: rest.last)
    }
    return sum
}

/// Moves a half-way rounding to the right side when a further part lies beyond the tie.
private func nudged(_ sum: Double, by error: Double, before next: Double?) -> Double {
    guard let next, (error < 0) == (next < 0), next != 0 else { return sum }
    let doubled = error * 2
    let moved = sum + doubled
    return moved - sum == doubled ? moved : sum
}
