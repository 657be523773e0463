/// A count of people or measurements, kept in half the room: a nation has half a million rows.
@propertyWrapper
public struct Count: Sendable, Hashable {
    private var stored: Int32

    /// Makes a count; above two thousand million it is a broken invariant.
    public init(wrappedValue: Int) {
        precondition(wrappedValue <= Int(Int32.max), "a count of \(wrappedValue)")
        stored = Int32(wrappedValue)
    }

    /// The count as a plain number.
    public var wrappedValue: Int {
        get { Int(stored) }
        set { self = Count(wrappedValue: newValue) }
    }
}
