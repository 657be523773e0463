import Basics
import Foundation
import Model
import TestSupport
import Testing

@testable import Runs

/// An outsider with everything that whole runs publish in hand: tables, pages and pictures.
@Suite struct AttackTests {
    private static let before = CalendarDate(year: 2026, month: 9, day: 30)!

    @Test(arguments: [
        (12, 1, Language.danish), (25, 2, .english), (40, 3, .danish), (80, 4, .english),
    ])
    func nothingHiddenCanBeWorkedOut(families: Int, seed: UInt64, language: Language) throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: families, seed: seed, noise: .low)
            let published = try exports.run("published", profile: .published, language: language)
            let truth = try tables(in: exports.run("internal", profile: .internal))
            let known = try allTables(in: published, language)
            var attack = Attack([known], try definitions())
            expectNothing(&attack, truth: [truth])
        }
    }

    @Test(arguments: [(25, 5), (60, 6)])
    func nothingHiddenCanBeWorkedOutOfTwoPeriods(families: Int, seed: UInt64) throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: families, seed: seed)
            let first = try allTables(
                in: exports.run("out", profile: .published, asOf: AttackTests.before), .danish)
            let second = try allTables(in: exports.run("out", profile: .published), .danish)
            let firstTruth = try tables(
                in: exports.run("true", profile: .internal, asOf: AttackTests.before))
            let secondTruth = try tables(in: exports.run("true", profile: .internal))
            #expect(second.contains { table in table.cells.joined().contains { $0.isEarlier } })
            var attack = Attack([first, second], try definitions())
            expectNothing(&attack, truth: [firstTruth, secondTruth])
        }
    }

    /// The pages of those who know the families, read by the same means, tell what is hidden.
    @Test func pagesThatShowEverythingWouldBeRead() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 40, seed: 3)
            let published = try tables(in: exports.run("published", profile: .published))
            let open = try exports.run("internal", profile: .internal, language: .danish)
            let read = try PagesInHand(open, .danish)
            #expect(read.cells > 500)
            var attack = Attack([read.added(to: published)], try definitions())
            #expect(!attack.narrowed(threshold: 5).isEmpty)
            #expect(!read.pairs.allSatisfy { published.tell($0) })
        }
    }

    /// The published tables, and whatever the pages say beyond them.
    private func allTables(in folder: String, _ language: Language) throws -> [PublishedTable] {
        let published = try tables(in: folder)
        let read = try PagesInHand(folder, language)
        let untold = read.pairs.filter { !published.tell($0) }
        #expect(untold.isEmpty, "\(untold.prefix(5))")
        return read.added(to: published)
    }

    private func expectNothing(_ attack: inout Attack, truth: [[PublishedTable]]) {
        let narrowed = attack.narrowed(threshold: 5)
        #expect(narrowed.isEmpty, "\(narrowed.prefix(5))")
        let mistakes = attack.mistakes(truth: truth)
        #expect(mistakes.isEmpty, "\(mistakes.prefix(5))")
        #expect(attack.attacker.contradictions.isEmpty)
        #expect(attack.keptCount > 1_000)
    }
}

extension PublishedTable.Cell {
    fileprivate var isEarlier: Bool { if case .earlier = self { true } else { false } }
}

/// The tables of a published period.
func tables(in folder: String) throws -> [PublishedTable] {
    try Disclosed.keyCounts.sorted { $0.key < $1.key }.compactMap { name, keyCount in
        let path = "\(folder)/data/\(name).csv"
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        return PublishedTable(
            name, keyCount: keyCount, text: try String(contentsOfFile: path, encoding: .utf8))
    }
}

/// What anybody can read in the definitions of the monthly pipeline.
func definitions() throws -> Attack.Definitions {
    let loaded = try Definitions(
        pipeline: Folders.package + "/Pipelines/monthly.yaml", option: nil)
    var definitions = Attack.Definitions()
    for programme in loaded.programmes {
        for line in programme.schedule {
            switch line.rhythm {
            case .atStart: definitions.startLines.insert([programme.name, line.name])
            case .atEnd: definitions.endLines.insert([programme.name, line.name])
            case .eachSession: definitions.sessionLines.insert([programme.name, line.name])
            case .weeks, .months: break
            }
        }
        if programme.timing.horizons.contains(where: { $0.target == .end }) {
            definitions.endingProgrammes.insert(programme.name)
        }
    }
    definitions.headings = loaded.programmes.flatMap(headings)
    definitions.tooManyGoals = 1 + (loaded.programmes.map(\.goalRules.openAtMost).min() ?? 3)
    definitions.agedInstruments = ["asq-se", "asq-se-2", "sdq"]
    definitions.addedValue = ["sdq.total", "parent"]
    definitions.changing = Attack.judgements
    return definitions
}

/// Where a programme counts families by how series have changed that the table of outcomes counts.
private func headings(_ programme: Programme) -> [Attack.Definitions.Heading] {
    Horizon.allCases.flatMap { horizon in
        sideHeadings(programme, horizon) + outcomeHeadings(programme, horizon)
    }
}

private let classes = ["improved", "no_change", "deteriorated"]

private func sideHeadings(
    _ programme: Programme, _ horizon: Horizon
) -> [Attack.Definitions.Heading] {
    guard let sides = programme.parentsAndChildren else { return [] }
    let changes = ["better", "unchanged", "worse", "mixed", "not_measured"]
    return [(sides.parents, true), (sides.children, false)].flatMap { side, isParents in
        func columns(_ change: String, _ series: Int = 1) -> [(name: String, series: Int)] {
            isParents
                ? [("parents_\(change)", series)]
                : changes.map { ("parents_\($0)_children_\(change)", series) }
        }
        func heading(
            _ columns: [(name: String, series: Int)], _ classes: [String]
        ) -> Attack.Definitions.Heading {
            Attack.Definitions.Heading(
                programme: programme.name, horizon: horizon.name, table: "sides", keys: [],
                columns: columns, scales: [(side.scale, side.informant)], classes: classes)
        }
        return zip(["better", "unchanged", "worse"], classes).map { heading(columns($0), [$1]) } + [
            heading(
                ["better", "unchanged", "worse"].flatMap { columns($0) } + columns("mixed", 2),
                classes)
        ]
    }
}

/// Outcomes that are met by reliable improvement on a scale and nothing else.
private func outcomeHeadings(
    _ programme: Programme, _ horizon: Horizon
) -> [Attack.Definitions.Heading] {
    programme.outcomes.filter { $0.horizon == horizon && $0.evidence.count == 1 }.flatMap {
        outcome -> [Attack.Definitions.Heading] in
        guard case .scale(let evidence) = outcome.evidence[0], evidence.rule == .reliableImprovement
        else { return [] }
        let scales = evidence.scales.flatMap { scale in
            evidence.informants.isEmpty
                ? [(scale, nil)] : evidence.informants.map { (scale, $0 as String?) }
        }
        func heading(
            _ columns: [String], _ classes: [String]
        ) -> Attack.Definitions.Heading {
            Attack.Definitions.Heading(
                programme: programme.name, horizon: horizon.name, table: "change-theory",
                keys: [outcome.whom.rawValue, outcome.name], columns: columns.map { ($0, 1) },
                scales: scales, classes: classes)
        }
        return [
            heading(["achieved", "partly"], ["improved"]),
            heading(["not_achieved"], ["no_change", "deteriorated"]),
            heading(["achieved", "partly", "not_achieved"], classes),
        ]
    }
}
