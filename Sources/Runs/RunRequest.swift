import Basics

/// What a person or cron asked for.
public struct RunRequest: Sendable {
    /// Who the output is for.
    public enum Profile: String, Sendable, CaseIterable {
        /// Disclosure-controlled: everything in it may be shown to anybody.
        case published
        /// Unprotected figures, written under the private root only.
        case `internal`
    }

    /// Path of the pipeline's file.
    public var pipeline: String
    /// The day the report looks at its input.
    public var asOf: CalendarDate
    /// Replaces the pipeline's input folder.
    public var input: String?
    /// Replaces the pipeline's output folder; the private folder is then `<output>.private`.
    public var output: String?
    /// Replaces the folder of definitions.
    public var definitions: String?
    /// Replaces the pipeline's key file for pseudonyms.
    public var key: String?
    public var language: Language?
    public var profile: Profile
    /// At most so many files are read side by side.
    public var jobs: Int
    /// Replaces a published period even when its files were changed by hand.
    public var force: Bool

    /// Makes a request.
    public init(
        pipeline: String, asOf: CalendarDate, input: String? = nil, output: String? = nil,
        definitions: String? = nil, key: String? = nil, language: Language? = nil,
        profile: Profile = .published, jobs: Int = 1, force: Bool = false
    ) {
        self.pipeline = pipeline
        self.asOf = asOf
        self.input = input
        self.output = output
        self.definitions = definitions
        self.key = key
        self.language = language
        self.profile = profile
        self.jobs = jobs
        self.force = force
    }
}

/// How a run ended.
public struct RunResult: Sendable {
    /// The folder of the published period.
    public var folder: String
    public var findings: Findings
    /// One sentence in the report's language, fit for the subject of a mail.
    public var summary: String

    /// Makes a result.
    public init(folder: String, findings: Findings, summary: String) {
        self.folder = folder
        self.findings = findings
        self.summary = summary
    }
}

/// How far a run has come, for a progress bar.
public struct RunProgress: Sendable {
    /// The stages in their order.
    public enum Stage: String, Sendable, CaseIterable {
        case reading, comparing, weighing, protecting, composing, publishing
    }

    public var stage: Stage
    /// Bytes read so far, and in all.
    public var bytesRead: Int
    public var bytesInAll: Int

    /// Makes a report of progress.
    public init(stage: Stage, bytesRead: Int = 0, bytesInAll: Int = 0) {
        self.stage = stage
        self.bytesRead = bytesRead
        self.bytesInAll = bytesInAll
    }
}
