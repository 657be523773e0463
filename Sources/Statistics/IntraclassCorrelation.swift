/// Gives ICC(A,1), the absolute agreement of single measurements of the same objects.
///
/// McGraw & Wong (1996), *Psychological Methods* 1: 30–46, two-way model:
/// (MSR − MSE) / (MSR + (k − 1) MSE + k (MSC − MSE) / n), at most 1. One row an object, one column a
/// measurer, all finite; at least two of each, and some spread, else nothing. The six objects
/// and four judges of Shrout & Fleiss (1979), *Psychological Bulletin* 86: 420–428, give 0.29.
public func intraclassCorrelation(_ rows: [[Double]]) -> Double? {
    let objects = Double(rows.count)
    let measurers = Double(rows.first?.count ?? 0)
    precondition(
        rows.allSatisfy { Double($0.count) == measurers }, "rows are not all \(measurers) long")
    guard objects > 1, measurers > 1 else { return nil }
    let mean = exactSum(rows.joined()) / (objects * measurers)
    let rowMeans = rows.map { exactSum($0) / measurers }
    let columnMeans = rows[0].indices.map { column in
        exactSum(rows.lazy.map { $0[column] }) / objects
    }
    let residuals = zip(rows, rowMeans).lazy.flatMap { row, rowMean in
        zip(row, columnMeans).lazy.map { $0 - rowMean - $1 + mean }
    }
    let betweenRows = measurers * meanSquare(rowMeans, around: mean, freedom: objects - 1)
    let betweenColumns = objects * meanSquare(columnMeans, around: mean, freedom: measurers - 1)
    let error = meanSquare(residuals, around: 0, freedom: (objects - 1) * (measurers - 1))
    let total =
        betweenRows + (measurers - 1) * error + measurers * (betweenColumns - error) / objects
    return total > 0 ? (betweenRows - error) / total : nil
}

private func meanSquare(
    _ values: some Sequence<Double>, around centre: Double, freedom: Double
) -> Double {
    exactSum(values.lazy.map { ($0 - centre) * ($0 - centre) }) / freedom
}
