import Basics

/// What a score, its informant, form, age and sex must be for a number to apply to it.
///
/// A part that is nothing matches everything; the first key that matches counts.
public struct ScoreKey: Sendable, Hashable {
    /// Index among the instrument's informants.
    public var informant: Int?
    /// Index among the edition's forms.
    public var form: Int?
    public var ages: AgeRange?
    /// `boy` or `girl`.
    public var sex: String?

    /// Makes a key.
    public init(
        informant: Int? = nil, form: Int? = nil, ages: AgeRange? = nil, sex: String? = nil
    ) {
        self.informant = informant
        self.form = form
        self.ages = ages
        self.sex = sex
    }
}

/// A sourced number or rule that applies under a key.
public struct Keyed<Value: Sendable & Hashable>: Sendable, Hashable {
    public var key: ScoreKey
    public var sourced: Sourced<Value>

    /// Makes a keyed value.
    public init(key: ScoreKey, sourced: Sourced<Value>) {
        self.key = key
        self.sourced = sourced
    }
}

/// What is known of a scored assessment when a band or cut-off is looked up.
public struct ScoreContext: Sendable, Hashable {
    public var informant: Int?
    public var form: Int?
    public var birth: CalendarDate?
    public var date: CalendarDate?
    public var sex: String?

    /// Makes a context.
    public init(
        informant: Int? = nil, form: Int? = nil, birth: CalendarDate? = nil,
        date: CalendarDate? = nil, sex: String? = nil
    ) {
        self.informant = informant
        self.form = form
        self.birth = birth
        self.date = date
        self.sex = sex
    }
}

extension ScoreKey {
    /// Whether the key applies; an age span needs a birth date, a sex needs the sex.
    public func matches(_ context: ScoreContext) -> Bool {
        if let informant, informant != context.informant { return false }
        if let form, form != context.form { return false }
        if let sex, sex != context.sex { return false }
        guard let ages else { return true }
        guard let birth = context.birth, let date = context.date else { return false }
        return ages.contains(birth: birth, on: date)
    }
}

extension Array {
    /// The first value whose key applies.
    public func first<Value>(for context: ScoreContext) -> Sourced<Value>?
    where Element == Keyed<Value> {
        first { $0.key.matches(context) }?.sourced
    }
}
