import Basics
import Foundation
import Testing
import TestSupport

@testable import Runs

@Suite struct ScratchFolderTests {
    private func text(_ path: String) -> String? {
        FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
    }

    @Test func nothingIsSeenBeforeItIsPublished() throws {
        try Folders.temporary { folder in
            let target = folder + "/2026-10"
            let scratch = try ScratchFolder(beside: target)
            try scratch.writer.write("whole", to: "data/a.csv")
            #expect(!FileManager.default.fileExists(atPath: target))
            try scratch.publish(at: target)
            #expect(text(target + "/data/a.csv") == "whole")
        }
    }

    @Test func anUnpublishedFolderLeavesNothing() throws {
        try Folders.temporary { folder in
            do {
                let scratch = try ScratchFolder(beside: folder + "/2026-10")
                try scratch.writer.write("half", to: "report.md")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
        }
    }

    @Test func aPeriodIsReplacedWhole() throws {
        try Folders.temporary { folder in
            let target = folder + "/2026-10"
            for words in [["old.md", "both.md"], ["new.md", "both.md"]] {
                let scratch = try ScratchFolder(beside: target)
                for name in words { try scratch.writer.write(name + words[0], to: name) }
                try scratch.publish(at: target)
            }
            #expect(FolderListing(target).files == ["both.md", "new.md"])
            #expect(text(target + "/both.md") == "both.mdnew.md")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["2026-10"])
        }
    }

    @Test func privateFoldersAreTheirOwnersAlone() throws {
        try Folders.temporary { folder in
            let target = folder + "/Private/monthly/2026-10"
            let scratch = try ScratchFolder(beside: target, permissions: 0o700)
            try scratch.writer.write("x", to: "rejected.csv")
            try scratch.publish(at: target)
            let mode = { (path: String) in
                try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            }
            #expect(try mode(folder + "/Private") == 0o700)
            #expect(try mode(target) == 0o700)
            #expect(try mode(target + "/rejected.csv") == 0o600)
        }
    }

    @Test func aFileWhereAFolderMustBeRefuses() throws {
        try Folders.temporary { folder in
            try "x".write(toFile: folder + "/Reports", atomically: true, encoding: .utf8)
            let refusal = try #require(throws: Refusal.self) {
                _ = try ScratchFolder(beside: folder + "/Reports/monthly/2026-10")
            }
            #expect(refusal.reason == .outputNotWritable)
        }
    }
}

@Suite struct RunLockTests {
    @Test func aSecondRunIsRefusedAndToldWhoHoldsTheFolder() throws {
        try Folders.temporary { folder in
            let first = try RunLock(folder: folder)
            let refusal = try #require(throws: Refusal.self) { _ = try RunLock(folder: folder) }
            #expect(refusal.reason == .locked)
            #expect(refusal.findings[0].summary == "the folder is in use by process \(getpid())")
            _ = consume first
            _ = try RunLock(folder: folder)
        }
    }
}

@Suite struct LatestTests {
    private func latest(_ folder: String) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/latest")
    }

    @Test func latestNeverMovesBack() throws {
        try Folders.temporary { folder in
            for period in ["2026-09", "2026-10"] {
                try FileManager.default.createDirectory(
                    atPath: folder + "/" + period, withIntermediateDirectories: true)
            }
            try Latest.move(to: "2026-09", in: folder)
            #expect(try latest(folder) == "2026-09")
            try Latest.move(to: "2026-10", in: folder)
            #expect(try latest(folder) == "2026-10")
            try Latest.move(to: "2026-09", in: folder)
            #expect(try latest(folder) == "2026-10")
        }
    }
}

@Suite struct VerifyTests {
    private func published(_ folder: String) throws {
        let bytes = Array("figures".utf8)
        let manifest = Manifest(
            program: "virkning", version: "1", pipeline: "monthly", period: "2026-10",
            asOf: "2026-10-31", locale: "da", profile: "published", options: [:], inputs: [],
            definitions: [], outputs: [FileDigest(of: bytes, as: "report.md")], counts: [:],
            earlier: [])
        try Data(bytes).write(to: URL(filePath: folder + "/report.md"))
        try manifest.json().write(
            toFile: folder + "/manifest.json", atomically: true, encoding: .utf8)
    }

    @Test func anUntouchedFolderAgrees() throws {
        try Folders.temporary { folder in
            try published(folder)
            #expect(try verify(folder: folder).isEmpty)
        }
    }

    @Test func aChangedAMissingAndAStrangeFileAreEachNamed() throws {
        try Folders.temporary { folder in
            try published(folder)
            try "other".write(toFile: folder + "/report.md", atomically: true, encoding: .utf8)
            #expect(try verify(folder: folder).map(\.summary) == ["differs from the manifest"])
            try "x".write(toFile: folder + "/extra.md", atomically: true, encoding: .utf8)
            try FileManager.default.removeItem(atPath: folder + "/report.md")
            #expect(
                try verify(folder: folder).map(\.summary) == [
                    "is in the manifest but not here", "is not in the manifest",
                ])
        }
    }

    @Test func aFolderWithoutAManifestIsRefused() throws {
        try Folders.temporary { folder in
            let refusal = try #require(throws: Refusal.self) { try verify(folder: folder) }
            #expect(refusal.reason == .inputUnreadable)
        }
    }
}

@Suite struct WorkersTests {
    @Test func resultsComeBackInOrderHoweverManyWorkers() {
        for workers in [1, 2, 8] {
            #expect(Workers.map(100, workers: workers) { $0 * $0 } == (0..<100).map { $0 * $0 })
        }
        #expect(Workers.map(0, workers: 4) { $0 }.isEmpty)
    }
}
