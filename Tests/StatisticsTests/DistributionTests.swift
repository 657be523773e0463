import Testing

@testable import Statistics

@Suite struct DistributionTests {
    @Test func theNormalQuantileHasFifteenDigits() throws {
        for row in try ReferenceRow.all(in: "normal-quantiles.csv") {
            let value = StandardNormal.quantile(row.number("probability"))
            #expect(agrees(value, row.number("quantile"), within: 2e-15), "\(row)")
        }
    }

    @Test func theNormalProbabilityHasThirteenDigits() throws {
        for row in try ReferenceRow.all(in: "normal-probabilities.csv") {
            let (value, expected) = (
                StandardNormal.cumulative(row.number("x")), row.number("probability")
            )
            #expect(abs(value - expected) <= 1e-13 * expected, "\(row)")
        }
    }

    @Test func theCriticalValuesAreThoseOfTheTables() {
        #expect(agrees(StandardNormal.critical(confidence: 0.95), StandardNormal.critical95))
        #expect(agrees(StandardNormal.critical(confidence: 0.99), 2.5758293035489004))
        #expect(agrees(StandardNormal.critical(confidence: 0.998), 3.090232306167813))
        // Student's t as printed to three decimals in every textbook.
        #expect(abs(StudentT(degreesOfFreedom: 1).critical(confidence: 0.95) - 12.706) < 5e-4)
        #expect(abs(StudentT(degreesOfFreedom: 30).critical(confidence: 0.99) - 2.750) < 5e-4)
    }

    @Test func studentsProbabilityHasTwelveDigits() throws {
        for row in try ReferenceRow.all(in: "student-probabilities.csv") {
            let student = StudentT(degreesOfFreedom: row.number("freedom"))
            let upper = student.cumulative(-row.number("t"))
            #expect(abs(upper - row.number("upper")) <= 1e-12 * row.number("upper"), "\(row)")
            #expect(abs(1 - student.cumulative(row.number("t")) - upper) < 1e-15)
        }
    }

    @Test func studentsQuantileHasTwelveDigits() throws {
        for row in try ReferenceRow.all(in: "student-quantiles.csv") {
            let student = StudentT(degreesOfFreedom: row.number("freedom"))
            let value = -student.quantile(row.number("upper"))
            #expect(agrees(value, row.number("t")), "\(value) against \(row)")
        }
    }

    @Test func studentsQuantileIsOddAndZeroInTheMiddle() {
        let student = StudentT(degreesOfFreedom: 4)
        #expect(student.quantile(0.5) == 0)
        #expect(student.quantile(0.75) == -student.quantile(0.25))
        #expect(student.cumulative(0) == 0.5)
    }

    @Test func manyDegreesOfFreedomApproachTheNormal() {
        let value = StudentT(degreesOfFreedom: 1e8).critical(confidence: 0.95)
        // t ≈ z + (z³ + z) / 4ν (Abramowitz & Stegun 26.7.5) = z + 2.37227 / 1e8.
        #expect(abs(value - StandardNormal.critical95 - 2.37227e-8) < 1e-13)
    }

    @Test func theSmallSampleCorrectionIsExact() throws {
        for row in try ReferenceRow.all(in: "small-sample-corrections.csv") {
            let value = smallSampleCorrection(degreesOfFreedom: row.number("freedom"))
            #expect(agrees(value, row.number("j"), within: 5e-15), "\(value) against \(row)")
        }
    }

    @Test(arguments: [
        (5, 0.797885), (10, 0.913875), (14, 0.940982), (20, 0.95991), (26, 0.969646),
        (50, 0.984602),
    ])
    func theSmallSampleCorrectionIsHedgess(size: Int, published: Double) {
        let value = smallSampleCorrection(degreesOfFreedom: Double(size - 1))
        #expect(abs(value - published) < 1e-6)
    }

    @Test func oneDegreeOfFreedomLeavesNoStandardisedDifference() {
        #expect(smallSampleCorrection(degreesOfFreedom: 1) == 0)
    }
}
