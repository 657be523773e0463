import Foundation
import Loading
import Model
import TestSupport
import Testing

@testable import Sampling

private func definition(of programme: Sampling.Programme) throws -> Model.Programme {
    let path = "\(Folders.package)/Pipelines/Programmes/\(programme.name).yaml"
    let yaml = try String(contentsOfFile: path, encoding: .utf8)
    return try #require(loadProgramme(yaml: yaml, path: path).value)
}

extension Model.Programme {
    /// The indicators that outcomes, exit criteria and the staff's ratings are read from.
    fileprivate var indicators: Set<String> {
        let outcomes = outcomes.flatMap(\.evidence).compactMap { piece in
            if case .indicator(let evidence) = piece { evidence.indicator } else { nil }
        }
        let exits = exitCriteria.compactMap { criterion in
            if case .indicator(let evidence) = criterion.test { evidence.indicator } else { nil }
        }
        return Set(outcomes + exits + (coreElements + relationalCapacity).map(\.indicator))
    }
}

/// `in-work` is read by the budgets.
@Test(arguments: Sampling.Programme.all.indices)
func aProgrammesFamiliesHaveTheIndicatorsThatItsDefinitionReads(index: Int) throws {
    let programme = Sampling.Programme.all[index]
    let written = Set(programme.indicators.map(\.name))
    #expect(try written == definition(of: programme).indicators.union(["in-work"]))
}

@Test(arguments: Sampling.Programme.all.indices)
func aProgrammesFamiliesStandInThePhasesOfItsDefinition(index: Int) throws {
    let programme = Sampling.Programme.all[index]
    #expect(try programme.phases.map(\.name) == definition(of: programme).phases.map(\.name))
}

@Test func ratingsRunFromNoneToTen() {
    let file = sampleExports(SampleRequest(families: 200, seed: 11, noise: .none))
        .first { $0.name == "indicators.csv" }!
    let rows = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    let ratings = rows.map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        .filter { $0[3].hasPrefix("rating.") || $0[3].hasPrefix("fidelity.") }
    #expect(ratings.count > 2000)
    #expect(ratings.allSatisfy { (0...10).contains(Int($0[4]) ?? -1) })
}
