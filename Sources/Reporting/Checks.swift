import Basics
import Model

/// What is wrong with a layout: kinds of section, settings and pages that do not fit.
public func check(_ layout: ReportLayout) -> [Finding] {
    layout.pages.flatMap { page in page.sections.flatMap { check($0, on: page) } }
}

/// What is wrong with a layout that names scales no instrument of the run has.
public func check(_ layout: ReportLayout, instruments: [Instrument]) -> [Finding] {
    let known = instruments.flatMap(\.scales).map(\.name)
    return check(layout)
        + layout.pages.flatMap(\.sections).flatMap { section -> [Finding] in
            guard let scale = section.settings["scale"], !known.contains(scale) else { return [] }
            return [
                Finding(
                    .definitionNameUnknown, .error, at: section.place,
                    "there is no scale '\(scale)'\(NearMiss.hint(scale, among: known))")
            ]
        }
}

private func check(
    _ section: ReportLayout.Section, on page: ReportLayout.Page
) -> [Finding] {
    guard let kind = sections.first(where: { $0.kind == section.kind }) else {
        let known = sections.map { $0.kind }
        return [
            Finding(
                .definitionNameUnknown, .error, at: section.place,
                "there is no section '\(section.kind)'\(NearMiss.hint(section.kind, among: known))")
        ]
    }
    return misplaced(section, kind, on: page) + misset(section, kind)
}

/// A section of one family stands on a family sheet, and on no other page.
private func misplaced(
    _ section: ReportLayout.Section, _ kind: any Section.Type, on page: ReportLayout.Page
) -> [Finding] {
    guard kind.isOfFamily, page.scope != .family else { return [] }
    return [
        Finding(
            .definitionValueWrong, .error, at: section.place,
            "section '\(section.kind)' stands on a page 'for: family' only")
    ]
}

private func misset(_ section: ReportLayout.Section, _ kind: any Section.Type) -> [Finding] {
    section.settings.keys.sorted().compactMap { key -> Finding? in
        guard let words = kind.settings[key] else {
            let known = kind.settings.keys.sorted()
            return Finding(
                .definitionKeyUnknown, .error, at: section.place,
                "section '\(section.kind)' has no setting '\(key)'"
                    + NearMiss.hint(key, among: known))
        }
        guard let word = section.settings[key], !words.isEmpty, !words.contains(word) else {
            return nil
        }
        return Finding(
            .definitionValueWrong, .error, at: section.place,
            "setting '\(key)' takes \(words.joined(separator: ", ")), not '\(word)'"
                + NearMiss.hint(word, among: words))
    }
}
