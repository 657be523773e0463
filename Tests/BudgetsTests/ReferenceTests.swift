import Basics
import Budgets
import Foundation
import Model
import Testing

/// Against `Tests/Reference/budgets/reference.py`, which computes in exact fractions.
@Suite struct ReferenceTests {
    func reference(_ name: String) throws -> [String] {
        try Shipped.text("Tests/Reference/budgets/\(name).csv")
            .split(separator: "\n").map(String.init)
    }

    /// The rows that the reference has: those of every payer and area that occurs.
    func compare(_ potential: BudgetPotential, with name: String) throws {
        let rows = tidyRows(potential).map { $0.joined(separator: ";") }
        let expected = try reference(name)
        #expect(rows.first == expected.first)
        #expect(Set(rows).count == rows.count)
        #expect(Set(expected).subtracting(rows).sorted() == [])
        // Nothing beside it but an area's share of a payer that has none: zero in every year.
        let more = Set(rows).subtracting(expected)
        #expect(more.filter { !$0.hasSuffix(";0.00;0.00") }.sorted() == [])
    }

    @Test func theWorkedExampleDiscountedIsTheReference() throws {
        try compare(
            try Shipped.potential(try Shipped.budget("worked-example")), with: "worked-example")
    }

    @Test func threeCohortsWithEveryKindOfInputAreTheReference() throws {
        let potential = try Shipped.potential(
            try Shipped.threeCohorts(), index: try Shipped.index())
        try compare(potential, with: "three-cohorts")
    }
}
