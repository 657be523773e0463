import Basics
import Testing

@Suite struct LargePagesTests {
    @Test(arguments: [0, 1, 1000, 700_000, 3_000_000])
    func anArrayHasRoomAndHoldsWhatItIsGiven(_ count: Int) {
        var numbers: [Int32] = []
        numbers.reserveLargePages(for: count)
        #expect(numbers.isEmpty && numbers.capacity >= count)
        let start = numbers.withUnsafeBufferPointer { $0.baseAddress }
        for number in 0..<count { numbers.append(Int32(number)) }
        #expect(count == 0 || numbers.withUnsafeBufferPointer { $0.baseAddress } == start)
        #expect(numbers.elementsEqual((0..<count).map { Int32($0) }))
    }
}
