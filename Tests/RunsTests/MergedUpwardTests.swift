import Basics
import Foundation
import Model
import TestSupport
import Testing

@testable import Runs

/// Merged upward, what is not shown anew is hidden; however long ago it was shown, it is protected
/// as if it stood there still.
@Suite struct MergedUpwardTests {
    private static let months: [CalendarDate] = [(7, 31), (8, 31), (9, 30), (10, 31)].map {
        CalendarDate(year: 2026, month: $0.0, day: $0.1)!
    }

    @Test func whatIsNewIsWhatIsNewWhereEarlierFiguresAreKept() throws {
        try Folders.temporary { root in
            let exports = try Exports(in: root, families: 150, seed: 12)
            let merging = try merging(in: root)
            var keptLong = 0
            for month in MergedUpwardTests.months {
                let keeping = try figures(exports.run("kept", profile: .published, asOf: month))
                let merged = try figures(
                    exports.run("merged", profile: .published, asOf: month, pipeline: merging))
                for table in keeping {
                    let other = try #require(merged.first { $0.name == table.name })
                    #expect(other.places.allSatisfy { $0 == 0 })
                    for at in table.numbers.indices {
                        let place = table.places.isEmpty ? 0 : table.places[at]
                        if place > 1 { keptLong += 1 }
                        let expected = place == 0 ? table.numbers[at] : .nan
                        #expect(
                            other.numbers[at].isNaN && expected.isNaN
                                || other.numbers[at] == expected,
                            "\(month.iso) \(table.name)")
                    }
                }
            }
            #expect(keptLong > 1000)
        }
    }

    /// The tables of a published period.
    private func figures(_ folder: String) throws -> [EarlierTable] {
        let manifest = try #require(Manifest.read(folder: folder))
        return try EarlierPeriod(manifest, in: folder, as: manifest.period)
            .published(workers: 2).tables
    }

    /// The monthly pipeline, merging upward.
    private func merging(in root: String) throws -> String {
        let pipelines = root + "/Pipelines"
        try FileManager.default.copyItem(atPath: Folders.package + "/Pipelines", toPath: pipelines)
        let path = pipelines + "/monthly.yaml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("keep-previous", with: "merge-upward")
            .write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }
}
