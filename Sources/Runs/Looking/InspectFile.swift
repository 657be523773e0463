import Basics
import Foundation
import Intake
import Loading
import Model
import Tables

/// Says what can be said of a file without being told anything: one screen of lines.
///
/// - Throws: `Refusal` when the file cannot be read or the definitions are wrong.
public func inspectFile(
    _ path: String, language: Language, definitions: String?
) throws -> [String] {
    let folder = DefinitionFolder.locate(option: definitions, beside: nil)
    try refuseMissing(folder)
    // Of intakes that fit equally well the canonical one comes first.
    let names = folder.names(.intakes)
    let ordered = names.filter { $0 == "standard" } + names.filter { $0 != "standard" }
    let layouts = ordered.compactMap { name in
        folder.load(.intakes, name) { loadIntake(yaml: $0, path: $1) }
    }
    let instruments = folder.names(.instruments).compactMap { name in
        folder.load(.instruments, name) { loadInstrument(yaml: $0, path: $1) }
            .map { folder.widened($0) }
    }
    try folder.refuseIfWrong()
    try refuseUnreadable(path)
    do throws(ReadFailure) {
        let inspection = try Inspection.of(
            .file(path), name: path, layouts: layouts, instruments: instruments)
        return InspectionPage(inspection, language).lines
    } catch {
        throw Refusal.inputUnreadable(path, error.number)
    }
}

/// An inspection in words.
private struct InspectionPage {
    let inspection: Inspection
    let language: Language

    init(_ inspection: Inspection, _ language: Language) {
        self.inspection = inspection
        self.language = language
    }

    private func say(_ danish: String, _ english: String) -> String {
        language == .danish ? danish : english
    }

    var lines: [String] {
        if let refusal = inspection.refusal { return [inspection.file] + told(refusal) }
        return [inspection.file] + facts + problems + proposal
    }

    /// Why a workbook cannot be read, and what to do.
    private func told(_ refusal: Finding) -> [String] {
        let remedy = refusal.code.remedy
        return language == .danish
            ? ["  \(refusal.code.title.danish) [\(refusal.code.id)]", "  \(remedy.danish)"]
            : ["  \(refusal.summary) [\(refusal.code.id)]", "  \(remedy.english)"]
    }

    private var facts: [String] {
        var facts = writing + [fact(say("overskrift", "header"), header)]
        facts += fits + shape
        if let reception = inspection.reception {
            facts.append(fact(say("rækker", "rows"), rows(reception.counts)))
            if let newest = reception.newestDate {
                facts.append(fact(say("nyeste dato", "newest date"), newest.iso))
            }
        }
        return facts
    }

    private func fact(_ label: String, _ value: String) -> String {
        "  " + label.padding(toLength: 13, withPad: " ", startingAt: 0) + value
    }

    /// How the file is written.
    private var writing: [String] {
        guard let sheet = inspection.sheet else {
            return [
                fact(say("tegnsæt", "encoding"), encoding),
                fact(say("skilletegn", "separator"), delimiter),
            ]
        }
        let place =
            sheet.position == 0
            ? say("et skjult ark", "a hidden sheet")
            : say(
                "ark \(sheet.position) af \(sheet.count)",
                "sheet \(sheet.position) of \(sheet.count)")
        return [fact(say("regneark", "workbook"), place)]
    }

    /// How rows hold answers, where it is not one form a row with points.
    private var shape: [String] {
        var lines: [String] = []
        if inspection.isLong {
            lines.append(
                fact(say("opbygning", "shape"), say("ét svar pr. række", "one answer a row")))
        }
        if !inspection.events.isEmpty {
            let names = inspection.events.joined(separator: ", ")
            lines.append(
                fact(
                    say("opbygning", "shape"),
                    say(
                        "flere målinger pr. række: \(names)", "several measurements a row: \(names)"
                    )))
        }
        if inspection.wantsAnswerTexts {
            let texts = inspection.reception?.answerTexts
            lines.append(
                fact(
                    say("svartekster", "answer texts"),
                    texts
                        ?? say(
                            "ingen; koder tæller, som de står", "none; codes count as they stand")))
        }
        return lines
    }

    private var encoding: String {
        inspection.encoding.rawValue
            + (inspection.hasByteOrderMark ? say(" med BOM", " with a byte order mark") : "")
    }

    private var delimiter: String {
        inspection.delimiter == 9
            ? say("tabulator", "tab") : String(UnicodeScalar(inspection.delimiter))
    }

    private var header: String {
        let (line, count) = (inspection.headerLine, inspection.header.count)
        let isSheet = inspection.sheet != nil
        return say(
            "\(isSheet ? "række" : "linje") \(line), \(count) kolonner",
            "\(isSheet ? "row" : "line") \(line), \(count) columns")
    }

    private var fits: [String] {
        guard let best = inspection.fits.first else {
            return [
                fact(
                    say("passer til", "fits"),
                    say(
                        "intet: ingen indlæsning kender en kolonne",
                        "nothing: no intake knows a column"))
            ]
        }
        let label =
            best.isShipped
            ? say("passer til", "fits") : say("næsten til", "nearly fits")
        var lines = [fact(label, sentence(best))]
        for other in inspection.fits.dropFirst() where other.isComplete && other.isShipped {
            lines.append(fact(say("og til", "and also"), sentence(other)))
        }
        if !best.unknown.isEmpty {
            let names = best.unknown.map { "'\(CivilRegistrationNumber.masked($0))'" }
            lines.append(fact(say("ukendt", "unknown"), names.joined(separator: ", ")))
        }
        lines += best.missing.map { fact(say("mangler", "missing"), $0) }
        return lines
    }

    private func sentence(_ fit: Inspection.Fit) -> String {
        let holds =
            fit.instrument.map { say(", instrument '\($0)'", ", instrument '\($0)'") } ?? ""
        let columns = "\(fit.known)/\(inspection.header.count { !$0.isEmpty })"
        return say(
            "'\(fit.kind)' i indlæsningen '\(fit.intake)'\(holds): \(columns) kolonner kendt",
            "'\(fit.kind)' of intake '\(fit.intake)'\(holds): \(columns) columns known")
    }

    private func rows(_ counts: RowCounts) -> String {
        say(
            "\(counts.rows): \(counts.used) brugt, \(counts.rejected) ikke brugt, "
                + "\(counts.duplicates) gengangere",
            "\(counts.rows): \(counts.used) used, \(counts.rejected) not used, "
                + "\(counts.duplicates) duplicates")
    }

    private var problems: [String] {
        guard let findings = inspection.reception?.findings, !findings.isEmpty else { return [] }
        let shown = findings.items.prefix(8)
        let total = findings.counts.values.reduce(0, +)
        var lines = ["", say("Det første, der falder i øjnene:", "What comes first to the eye:")]
        lines += shown.map { finding in
            language == .english
                ? "  " + finding.line
                : "  \(finding.place.text): \(finding.code.title.danish) [\(finding.code.id)]"
        }
        if total > shown.count {
            let rest = total - shown.count
            lines.append(say("  … og \(rest) til", "  … and \(rest) more"))
        }
        return lines
    }

    private var proposal: [String] {
        guard let proposal = inspection.proposal else { return [] }
        let intro = say(
            "Forslag til en indlæsning: ret det, og gem det i Pipelines/Intakes/my-export.yaml:",
            "A proposed intake: correct it and save it as Pipelines/Intakes/my-export.yaml:")
        return ["", intro]
            + proposal.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.isEmpty ? "" : "  " + $0 }.dropLast()
    }
}
