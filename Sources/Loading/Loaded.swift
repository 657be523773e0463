import Basics

/// What reading a definition gave: the value when nothing was wrong, and every mistake found.
public struct Loaded<Value: Sendable>: Sendable {
    public var value: Value?
    public var findings: [Finding]

    /// Makes a result.
    public init(value: Value?, findings: [Finding]) {
        self.value = value
        self.findings = findings
    }
}
