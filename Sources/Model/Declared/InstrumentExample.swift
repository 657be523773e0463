import Basics

/// A worked example in a definition: a test that travels with it.
public struct InstrumentExample: Sendable, Hashable {
    public var name: String
    public var edition: String?
    public var informant: String?
    public var form: String?
    /// The person's age in completed months; the youngest that the form takes where not given.
    public var ageInMonths: Int?
    /// One answer an item in the definition's order, in answer units; nothing where left blank.
    public var answers: [Int16?]
    /// What each named scale must give: nothing where it cannot be scored.
    public var expected: [Expectation]

    /// The score, and perhaps the band, that an example must give.
    public struct Expectation: Sendable, Hashable {
        public var scale: String
        public var score: Ratio?
        public var bandSet: String?
        public var band: String?

        /// Makes an expectation.
        public init(scale: String, score: Ratio?, bandSet: String? = nil, band: String? = nil) {
            self.scale = scale
            self.score = score
            self.bandSet = bandSet
            self.band = band
        }
    }

    /// Makes an example.
    public init(
        name: String, edition: String? = nil, informant: String? = nil, form: String? = nil,
        ageInMonths: Int? = nil, answers: [Int16?], expected: [Expectation]
    ) {
        self.name = name
        self.edition = edition
        self.informant = informant
        self.form = form
        self.ageInMonths = ageInMonths
        self.answers = answers
        self.expected = expected
    }
}
