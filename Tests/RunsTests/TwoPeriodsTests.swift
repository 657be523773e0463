import Basics
import Foundation
import Model
import TestSupport
import Testing

@testable import Runs

/// A period after another shows what has changed since: by what its readers were shown then.
@Suite struct TwoPeriodsTests {
    private static let before = CalendarDate(year: 2026, month: 4, day: 30)!

    @Test func theSecondPeriodShowsTrendsAndChanges() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 150, seed: 12)
            let first = try exports.run("out", profile: .published, asOf: TwoPeriodsTests.before)
            let second = try exports.run("out", profile: .published)
            let old = try open(in: first)
            let new = try open(in: second)
            // Neither figure was kept: between four and zero cannot be shown.
            #expect(abs(new - old) >= 5)
            let text = try page(second)
            let sign = new > old ? "+" : "−"
            #expect(text.contains("\(sign)\(abs(new - old)) siden april 2026"))
            #expect(text.contains("Hvad er ændret siden april 2026?"))
            #expect(!text.contains("Tallene er lavet på en ny måde"))
            #expect(try !page(first).contains("siden"))
        }
    }

    /// The figures of the earlier period are those of its files, not of its families.
    @Test func whatWasPublishedIsWhatCounts() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 150, seed: 12)
            let first = try exports.run("out", profile: .published, asOf: TwoPeriodsTests.before)
            let old = try open(in: first)
            let path = first + "/data/cases.csv"
            let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            let all = lines[1].replacing(";\(old);", with: ";1000;")
            try ([lines[0], Substring(all)] + lines.dropFirst(2)).joined(separator: "\n")
                .write(toFile: path, atomically: true, encoding: .utf8)
            try record("data/cases.csv", in: first)
            let second = try exports.run("out", profile: .published)
            let new = try open(in: second)
            #expect(try page(second).contains("−\(1000 - new) siden april 2026"))
        }
    }

    /// Writes a file's digest as it is now into the manifest of its folder.
    private func record(_ path: String, in folder: String) throws {
        let file = folder + "/manifest.json"
        var manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
        let place = try #require(manifest.outputs.firstIndex { $0.path == path })
        manifest.outputs[place] = try FileDigest(of: folder + "/" + path, as: path)
        try manifest.json().write(toFile: file, atomically: true, encoding: .utf8)
    }

    @Test(arguments: [RunRequest.Profile.published, .internal])
    func theSameEarlierPeriodGivesTheSameBytes(profile: RunRequest.Profile) throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 40, seed: 13)
            let trees = try ["one", "two"].map { name in
                _ = try exports.run(name, profile: profile, asOf: TwoPeriodsTests.before)
                return try tree(exports.run(name, profile: profile))
            }
            #expect(differences(trees[0], trees[1]) == [])
            let alone = try tree(exports.run("alone", profile: profile))
            #expect(differences(trees[0], alone).contains("index.html"))
        }
    }

    @Test func anotherDefinitionIsSaidBesideWhatHasChanged() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 40, seed: 14)
            let first = try exports.run("out", profile: .internal, asOf: TwoPeriodsTests.before)
            let path = first + "/manifest.json"
            let manifest = try String(contentsOfFile: path, encoding: .utf8)
            try manifest.replacing("Instruments/sdq.yaml", with: "Instruments/old.yaml")
                .write(toFile: path, atomically: true, encoding: .utf8)
            let second = try exports.run("out", profile: .internal)
            #expect(try page(second).contains("Tallene er lavet på en ny måde"))
        }
    }

    /// How many cases are open in all, as a period shows.
    private func open(in folder: String) throws -> Int {
        let rows = try table("cases", in: folder)
        let all = rows.first { $0["programme"] == "*" }
        return try #require(Int(all?["open"] ?? ""))
    }

    /// The dashboard's words.
    private func page(_ folder: String) throws -> String {
        let page = try String(contentsOfFile: folder + "/index.html", encoding: .utf8)
        return try #require(PageOfHTML(page)).text.replacing(Formatting.noBreakSpace, with: " ")
    }
}
