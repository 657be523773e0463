import Model

/// The identifiers of forms that are put together and then passed on as they are.
///
/// In a stream rows of one form stand together, so that only one form is held at a time; that a
/// form was there before is remembered by a hash, up to a bound.
struct PassedForms: ~Copyable {
    /// Whether a form ends where another begins.
    let isStream: Bool
    private var owners = ByteTable(expecting: 64)
    private var persons = ByteTable(expecting: 64)
    private var met: Set<UInt64> = []
    /// The most forms that are remembered.
    private static let mostRemembered = 1 << 20
    /// How many identifiers are held before they are forgotten.
    private static let mostHeld = 4096

    init(isStream: Bool) {
        self.isStream = isStream
    }

    /// Notes whom a row is about, and gives the indices of case and person.
    mutating func note(_ owner: Cell, _ person: Cell) -> (owner: Int32, person: Int32) {
        let ownerIndex = owners.intern(padded: owner)
        return (ownerIndex, persons.intern(padded: person, scope: ownerIndex))
    }

    /// Hands the identifiers of a form over, for a row of a batch that holds it.
    func lend(_ batch: AssessmentBatch, row: Int, to identifiers: RowIdentifiers) {
        identifiers.set(
            row, case: owners.bytes(Int(batch.cases[row])),
            person: persons.bytes(Int(batch.persons[row])))
        batch.cases[row] = -1
        batch.persons[row] = -1
    }

    /// Remembers a form that begins; gives false where it was there before.
    mutating func begin(_ key: GatheredAnswers.Key) -> Bool {
        var mixer = Mixer(seed: key.hash)
        for part in [owners.bytes(Int(key.owner)), persons.bytes(Int(key.person))] {
            part.withUnsafeBufferPointer { bytes in
                if let start = bytes.baseAddress { mixer.add(start, bytes.count) }
            }
            mixer.add(UInt64(part.count))
        }
        guard met.count < PassedForms.mostRemembered else { return !met.contains(mixer.value) }
        return met.insert(mixer.value).inserted
    }

    /// Forgets identifiers that no form needs any more, but for those of one row of a batch.
    mutating func forget(but row: Int, of batch: AssessmentBatch) {
        guard owners.count + persons.count > PassedForms.mostHeld else { return }
        let owner = owners.bytes(Int(batch.cases[row]))
        let person = persons.bytes(Int(batch.persons[row]))
        owners = ByteTable(expecting: 64)
        persons = ByteTable(expecting: 64)
        batch.cases[row] = owners.intern(padded: owner)
        batch.persons[row] = persons.intern(padded: person, scope: batch.cases[row])
    }
}
