import Model

/// Assessments put together from rows that hold one answer each, in order of their first rows.
struct GatheredAnswers {
    /// What became of one answer.
    enum Outcome {
        case new
        /// The item had the same answer before.
        case repeated
        /// The item had another answer before, which this one replaces.
        case replaced
    }

    /// One assessment: what its first row says, and the answers so far.
    struct Assessment {
        fileprivate let key: Key
        private let birthDate: Int32
        private let weeks: Int32
        private let interval: Int32
        private let line: Int32
        fileprivate var answers: [Int16]
        fileprivate var isAnswered: [Bool]

        fileprivate init(_ batch: AssessmentBatch, _ row: Int, _ instrument: Instrument) {
            key = Key(batch, row)
            birthDate = batch.birthDates[row]
            weeks = batch.gestationWeeks[row]
            interval = batch.intervals[row]
            line = batch.lines[row]
            answers = instrument.items.map { $0.whenEmpty ?? AssessmentBatch.missing }
            isAnswered = instrument.items.map { _ in false }
        }

        /// Writes the assessment into a row of a batch.
        func write(to batch: AssessmentBatch, row: Int) {
            batch.cases[row] = key.owner
            batch.persons[row] = key.person
            batch.dates[row] = key.date
            batch.sessions[row] = key.session
            batch.informants[row] = key.informant
            batch.editions[row] = key.edition
            batch.birthDates[row] = birthDate
            batch.gestationWeeks[row] = weeks
            batch.intervals[row] = interval
            batch.lines[row] = line
            var mixer = Mixer()
            for (item, answer) in answers.enumerated() {
                batch.answers[row * batch.itemCount + item] = answer
                mixer.add(UInt64(UInt16(bitPattern: answer)))
            }
            batch.contentHashes[row] = mixer.value
        }
    }

    /// What makes rows one assessment.
    struct Key: Hashable {
        var owner: Int32
        var person: Int32
        var date: Int32
        var session: Int32
        var informant: UInt8
        var edition: UInt8

        init(_ batch: AssessmentBatch, _ row: Int) {
            owner = batch.cases[row]
            person = batch.persons[row]
            date = batch.dates[row]
            session = batch.sessions[row]
            informant = batch.informants[row]
            edition = batch.editions[row]
        }

        /// A hash of all but whom it is about.
        var hash: UInt64 {
            var mixer = Mixer()
            mixer.add(UInt64(UInt32(bitPattern: date)) << 32 | UInt64(UInt32(bitPattern: session)))
            mixer.add(UInt64(informant) << 8 | UInt64(edition))
            return mixer.value
        }
    }

    private(set) var assessments: [Assessment] = []
    private var positions: [Key: Int] = [:]

    /// Whether an assessment has been begun.
    func has(_ key: Key) -> Bool { positions[key] != nil }

    /// Forgets all assessments.
    mutating func removeAll() {
        assessments.removeAll(keepingCapacity: true)
        positions.removeAll(keepingCapacity: true)
    }

    /// Adds an answer to the assessment that a row of a batch identifies.
    mutating func add(
        _ answer: Int16, item: Int, of batch: AssessmentBatch, row: Int, _ instrument: Instrument
    ) -> Outcome {
        let key = Key(batch, row)
        let position = positions[key] ?? assessments.count
        if position == assessments.count {
            positions[key] = position
            assessments.append(Assessment(batch, row, instrument))
        }
        let before = assessments[position].answers[item]
        let wasAnswered = assessments[position].isAnswered[item]
        assessments[position].answers[item] = answer
        assessments[position].isAnswered[item] = true
        if !wasAnswered { return .new }
        return before == answer ? .repeated : .replaced
    }
}
