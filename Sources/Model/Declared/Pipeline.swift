import Basics

/// What one regular report is made of: where the files are and which definitions apply.
public struct Pipeline: Sendable, Hashable {
    /// Kebab-case; the name of the definition's file and of its folder under `Reports/`.
    public var name: String
    public var title: LocalizedText
    public var period: Period.Kind
    /// Folders and files relative to the pipeline's file.
    public var places: Places
    public var language: Language
    /// Names of the definitions in use.
    public var intake: String
    public var instruments: [String]
    public var programmes: [String]
    public var budgets: [String]
    public var report: String
    public var smallNumbers: SmallNumbers
    /// Days between the newest date of a file and the as-of date that call for a warning.
    public var staleAfterDays: Int
    /// Where there are more teams than this, figures stop at municipalities: each then has a
    /// handful of families, and nine in ten of its figures would be hidden.
    public var mostTeams: Int
    public var aliases: Aliases

    /// Where a pipeline reads and writes.
    public struct Places: Sendable, Hashable {
        public var input: String
        public var output: String
        public var privateOutput: String
        /// The key that pseudonyms are made with; outside the output.
        public var key: String
        /// A list of persons or cases whose consent is withdrawn, if there is one.
        public var exclusions: String?

        /// Makes a set of places.
        public init(
            input: String, output: String, privateOutput: String, key: String,
            exclusions: String? = nil
        ) {
            self.input = input
            self.output = output
            self.privateOutput = privateOutput
            self.key = key
            self.exclusions = exclusions
        }
    }

    /// Names in the data and the names that count instead, after a reorganisation or a slip of
    /// the pen.
    public struct Aliases: Sendable, Hashable {
        /// From a name as the data has it to the name that counts.
        public var municipalities: [String: String]
        /// From a name as the data has it to the name that counts.
        public var teams: [String: String]

        /// Makes a set of aliases.
        public init(municipalities: [String: String] = [:], teams: [String: String] = [:]) {
            self.municipalities = municipalities
            self.teams = teams
        }
    }

    /// Makes a pipeline of all its parts.
    public init(
        name: String, title: LocalizedText, period: Period.Kind, places: Places,
        language: Language, intake: String, instruments: [String], programmes: [String],
        budgets: [String], report: String, smallNumbers: SmallNumbers, staleAfterDays: Int,
        mostTeams: Int = Pipeline.usualMostTeams, aliases: Aliases = Aliases()
    ) {
        self.name = name
        self.title = title
        self.period = period
        self.places = places
        self.language = language
        self.intake = intake
        self.instruments = instruments
        self.programmes = programmes
        self.budgets = budgets
        self.report = report
        self.smallNumbers = smallNumbers
        self.staleAfterDays = staleAfterDays
        self.mostTeams = mostTeams
        self.aliases = aliases
    }

    /// How many teams are shown where a pipeline does not say: more than any municipality has.
    public static let usualMostTeams = 500
}

/// How small a group may be and still be published.
public struct SmallNumbers: Sendable, Hashable {
    /// What is done with the counts that may be shown.
    public enum Method: String, Sendable, Hashable, CaseIterable {
        /// Small cells are hidden, and further cells so that they cannot be worked out.
        case suppress
        /// Counts of 1 to 7 are hidden and all others rounded to the nearest 5.
        case roundToFive = "round-to-5"
    }

    /// What a changed group shows when one to four people joined or left since last published.
    public enum SmallChange: String, Sendable, Hashable, CaseIterable {
        /// The previously published mean with its date.
        case keepPrevious = "keep-previous"
        /// The figure of the group above it.
        case mergeUpward = "merge-upward"
    }

    /// Groups of fewer people are hidden: 3, 5, 8 or 10.
    public var threshold: Int
    public var method: Method
    public var smallChange: SmallChange

    /// Makes a setting.
    public init(
        threshold: Int = 5, method: Method = .suppress, smallChange: SmallChange = .keepPrevious
    ) {
        self.threshold = threshold
        self.method = method
        self.smallChange = smallChange
    }

    /// Whether what is shown has to agree with what was shown before.
    public var looksBack: Bool { method == .suppress }

    /// Whether figures stand as they were last shown wherever nothing newer can be.
    public var keepsEarlier: Bool { looksBack && smallChange == .keepPrevious }
}

/// The stretch of time that a report covers, ending with its as-of date.
public struct Period: Sendable, Hashable {
    /// How long a period is.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case month
        case quarter
        case halfYear = "half-year"
        case year
    }

    public var kind: Kind
    public var asOf: CalendarDate

    /// Makes the period that an as-of date falls in.
    public init(_ kind: Kind, asOf: CalendarDate) {
        self.kind = kind
        self.asOf = asOf
    }

    /// The folder's name: `2026-10`, `2026-Q4`, `2026-H2` or `2026`.
    public var name: String {
        let (year, month, _) = asOf.civil
        return switch kind {
        case .month: String(asOf.iso.prefix(7))
        case .quarter: "\(year)-Q\((month + 2) / 3)"
        case .halfYear: "\(year)-H\(month <= 6 ? 1 : 2)"
        case .year: "\(year)"
        }
    }

    /// The first day of the period.
    public var start: CalendarDate {
        let (year, month, _) = asOf.civil
        let first =
            switch kind {
            case .month: month
            case .quarter: (month - 1) / 3 * 3 + 1
            case .halfYear: month <= 6 ? 1 : 7
            case .year: 1
            }
        guard let start = CalendarDate(year: year, month: first, day: 1) else {
            preconditionFailure("\(asOf.iso) has no period")
        }
        return start
    }
}
