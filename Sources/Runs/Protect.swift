import Basics
import Disclosure
import Intake
import Model

extension Run {
    /// Passes every figure through disclosure control, given those of an earlier period; an
    /// internal edition shows them all.
    func protect(
        _ received: Received, _ conclusions: Conclusions, _ earlier: EarlierPublished?
    ) -> Disclosed {
        let input = Disclosable(
            conclusions, instruments: definitions.instruments,
            programmes: definitions.programmes,
            quality: received.quality)
        let rules = definitions.pipeline.smallNumbers
        return isInternal
            ? discloseInternally(input, rules: rules, workers: request.jobs)
            : disclose(
                input, rules: rules, earlier: earlier, workers: request.jobs)
    }
}

extension Received {
    /// What became of each file. A new row of a file of cases is a family, which the table of
    /// cases counts; it is not counted here again.
    fileprivate var quality: [QualityCounts] {
        files.map { file in
            let isOfCases = fileNames.cases.contains(file.file)
            return QualityCounts(
                file, newRows: isOfCases ? nil : newRows(of: file.file))
        }
    }
}

extension QualityCounts {
    fileprivate init(_ file: FileReception, newRows: Int?) {
        let cells = file.rejections.countsByCode.reduce(0) { $0 + ($1.code.isRow ? 0 : $1.count) }
        self.init(
            file: file.file, rows: file.counts.rows, used: file.counts.used,
            rejected: file.counts.rejected, duplicates: file.counts.duplicates,
            cellsUnused: cells, newRows: newRows)
    }
}
