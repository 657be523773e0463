import Testing

@testable import Statistics

@Suite struct AgreementTests {
    @Test func agreementIsThatOfShroutAndFleiss() throws {
        // Shrout & Fleiss (1979), table 2; their ICC(2,1) is ICC(A,1): .29.
        let ratings: [[Double]] = [
            [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
        ]
        #expect(abs(try #require(intraclassCorrelation(ratings)) - 0.29) < 0.005)
    }

    @Test func agreementFollowsFromTheTwoWayTable() throws {
        for row in try ReferenceRow.all(in: "intraclass.csv") {
            let table = row.list("rows").map { $0.split(separator: ",").map { Double($0) ?? .nan } }
            #expect(agrees(intraclassCorrelation(table), row.number("icc"), within: 1e-11))
        }
    }

    @Test func equalMeasurersAgreeFullyAndShiftedOnesLess() throws {
        let full = PairedAgreement([1, 2, 3, 4], [1, 2, 3, 4])
        let shifted = PairedAgreement([1, 2, 3, 4], [3, 4, 5, 6])
        #expect(full.intraclassCorrelation == 1)
        #expect(try #require(shifted.intraclassCorrelation) < 0.5)
        #expect(shifted.differences.mean == 2)
        #expect(shifted.differences.variance == 0)
    }

    @Test func incompletePairsDoNotCount() {
        let agreement = PairedAgreement([1, 2, 3, 4, nil], [2, 2, 5, nil, 1])
        #expect(agreement.differences.count == 3)
        #expect(agreement.differences.mean == 1)
        #expect(
            agreement.intraclassCorrelation == intraclassCorrelation([[1, 2], [2, 2], [3, 5]]))
    }

    @Test func withoutSpreadThereIsNoAgreementToMeasure() {
        #expect(intraclassCorrelation([[1, 1], [1, 1]]) == nil)
        #expect(intraclassCorrelation([[1, 2]]) == nil)
        #expect(intraclassCorrelation([]) == nil)
        #expect(PairedAgreement([nil], [1]).intraclassCorrelation == nil)
    }
}
