import Basics
import Foundation
import Model
import Tables
import Workbooks

// Workbooks.
extension FileRun {
    /// Takes the rows of a workbook's sheet in place of its bytes; gives false where it is
    /// refused.
    mutating func openWorkbook() throws(ReadFailure) -> Bool {
        do throws(SheetRefusal) {
            let reading = try SheetReading.of(
                file.source, name: file.name, sheet: file.kind.sheet,
                mark: file.layout.decimalMark)
            guard let reading else { return true }
            workbook = file.source
            file.source = reading.source
            file.layout.delimiter = .semicolon
            file.layout.encoding = .utf8
            // Dates of a workbook are written in this form, whatever form its texts have.
            if !file.layout.dates.contains(.yearMonthDay) { file.layout.dates += [.yearMonthDay] }
            for finding in reading.findings { reception.findings.report(finding) }
            merged = reading.merged
            return true
        } catch {
            switch error {
            case .unreadable(let failure): throw failure
            case .refused(let finding):
                reception.isRefused = true
                reception.findings.report(finding)
            }
            return false
        }
    }
}

// Merged cells.
extension FileRun {
    /// Says how many areas of merged cells lie below the header, where rows are; a title above it
    /// may well be merged.
    mutating func reportMerged(below header: Int) {
        let areas = merged.filter { $0.lastRow > header }
        guard let first = areas.first else { return }
        let what = areas.count == 1 ? "an area" : "\(areas.count) areas"
        reception.findings.report(
            Finding(
                .cellsMerged, .warning,
                at: Place(file.name, line: first.firstRow, column: first.firstColumn),
                "\(what) of merged cells below the header; only the first cell of an area has its "
                    + "value, the others are empty"))
    }
}

// Answer texts.
extension FileRun {
    /// What stands for the codes of the file, where the layout says that texts stand beside it;
    /// refuses the file where they cannot be read.
    mutating func codedColumns(
        _ map: HeaderMap, _ instrument: Instrument?
    ) throws(ReadFailure) -> CodedColumns? {
        guard let declared = file.kind.answerTexts, let texts = try answerTexts(declared) else {
            return nil
        }
        reception.answerTexts = texts.name
        guard texts.covers(map.names) else {
            reception.findings.report(
                Finding(
                    .labelFileAbsent, .warning, at: Place(texts.name),
                    "the answer texts are of none of the columns of \(file.name); codes count as "
                        + "they stand"))
            return nil
        }
        let labels = AnswerLabels(
            file.kind.labels, missing: file.layout.missing, items: instrument?.items ?? [])
        let coded = CodedColumns(map, texts, labels: labels)
        for finding in coded.findings { reception.findings.report(finding) }
        return coded
    }

    /// The texts that belong to the file; nothing where there are none, and nothing with the file
    /// refused where they cannot be read, since codes would be taken for points.
    private mutating func answerTexts(
        _ declared: AnswerTextSource
    ) throws(ReadFailure) -> AnswerTexts? {
        if let given = file.answerTexts { return try AnswerTexts(given, name: file.name) }
        do throws(SheetRefusal) {
            if let workbook, let sheet = declared.sheet,
                let texts = try AnswerTexts.of(workbook, sheet: sheet, name: file.name)
            {
                return texts
            }
            if case .file(let path) = workbook ?? file.source,
                let beside = SiblingFile.first(declared.files, of: path)
            {
                let folder = file.name.dropLast(FileName.base(file.name).count)
                return try AnswerTexts.of(
                    .file(beside.path), sheet: nil,
                    name: ShownFileNames.shown(folder + beside.name))
            }
        } catch {
            if case .refused(let finding) = error { reception.findings.report(finding) }
            refuse(.labelFileWrong, "the answer texts cannot be read; the file is refused")
            return nil
        }
        let names = declared.files.map { "'\($0)'" }.joined(separator: " or ")
        reception.findings.report(
            Finding(
                .labelFileAbsent, .note, at: Place(file.name),
                "there are no answer texts beside the data; codes count as they stand",
                remedy: names.isEmpty ? nil : "put them beside the data as \(names)"))
        return nil
    }
}

extension AnswerTexts {
    /// The texts of a file or of a workbook's sheet; nothing where it has no such sheet.
    fileprivate static func of(
        _ source: ByteSource, sheet: SheetChoice?, name: String
    ) throws(SheetRefusal) -> AnswerTexts? {
        let reading: SheetReading?
        do throws(SheetRefusal) {
            reading = try SheetReading.of(source, name: name, sheet: sheet, mark: .point)
        } catch {
            if case .refused(let finding) = error, finding.code == .sheetMissing { return nil }
            throw error
        }
        do throws(ReadFailure) {
            return try AnswerTexts(reading?.source ?? source, name: name)
        } catch {
            throw .unreadable(error)
        }
    }
}

/// A file that stands beside another.
enum SiblingFile {
    /// The first of some names, in which `{name}` is the other's without its ending, that a file
    /// in the same folder has; case does not matter.
    static func first(_ names: [String], of path: String) -> (name: String, path: String)? {
        let base = FileName.base(path)
        let folder = String(path.dropLast(base.count))
        let present =
            (try? FileManager.default.contentsOfDirectory(
                atPath: folder.isEmpty ? "." : folder)) ?? []
        let stem = FileName.tableStem(base) ?? base
        for wanted in names.map({ $0.replacing("{name}", with: stem).lowercased() }) {
            // Of names that differ in case only, the bytewise first.
            if let found = present.sorted().first(where: { $0.lowercased() == wanted }) {
                return (found, folder + found)
            }
        }
        return nil
    }
}
