import Basics
import Model

extension Persons {
    /// Joins the persons of all files, in the order of case and identifier's bytes.
    ///
    /// Gives the persons and, for each file, the index of each of its persons among them.
    public static func joined(
        _ files: [FilePersons]
    ) -> (persons: Persons, indices: [[Int32]]) {
        var persons = Persons()
        var indices = files.map { [Int32](repeating: 0, count: $0.count) }
        var last: PersonMention?
        for mention in PersonMention.inOrder(files) {
            let role = files[Int(mention.file)].roles[Int(mention.person)]
            if let last, last.owner == mention.owner, mention.isSame(as: last, files) {
                persons.roles[persons.count - 1] = FamilyRole.joined(
                    persons.roles[persons.count - 1], role)
            } else {
                persons.cases.append(mention.owner)
                persons.roles.append(role)
                persons.identifiers.append(mention.text(files))
            }
            indices[Int(mention.file)][Int(mention.person)] = Int32(persons.count - 1)
            last = mention
        }
        return (persons, indices)
    }
}

/// A person as one file has it.
private struct PersonMention {
    /// The identifier's first 16 bytes, as words whose order is the bytes' order.
    var first: UInt64
    var second: UInt64
    var length: Int32
    var owner: Int32
    /// The file, and the person's index in it.
    var file: Int32
    var person: Int32

    /// All persons of all files, in the order of case and identifier's bytes.
    static func inOrder(_ files: [FilePersons]) -> [PersonMention] {
        var starts = starts(files)
        return [PersonMention](unsafeUninitializedCapacity: starts.last ?? 0) { all, count in
            for (number, file) in files.enumerated() {
                file.eachKey { person, key in
                    let owner = Int(key.scope)
                    (all.baseAddress! + starts[owner]).initialize(
                        to: PersonMention(key, file: number, person: person))
                    starts[owner] += 1
                }
            }
            count = starts.last ?? 0
            // Each case now ends where it started in the next one's place.
            var start = 0
            for end in starts.dropLast() {
                sort(UnsafeMutableBufferPointer(rebasing: all[start..<end]), files)
                start = end
            }
        }
    }

    /// Where the persons of each case are to stand, and after them how many there are.
    private static func starts(_ files: [FilePersons]) -> [Int] {
        let cases = files.reduce(0) { max($0, Int($1.cases.max() ?? -1) + 1) }
        var starts = [Int](repeating: 0, count: cases + 1)
        for file in files { for owner in file.cases { starts[Int(owner)] += 1 } }
        var sum = 0
        for owner in starts.indices {
            (starts[owner], sum) = (sum, sum + starts[owner])
        }
        return starts
    }

    /// Sorts the persons of one case, mostly a handful.
    private static func sort(
        _ mentions: UnsafeMutableBufferPointer<PersonMention>, _ files: [FilePersons]
    ) {
        var mentions = mentions
        if mentions.count > 1 { mentions.sort { $0.precedes($1, files) } }
    }

    private init(_ key: ByteKey, file: Int, person: Int) {
        first = key.first.byteSwapped
        second = key.second.byteSwapped
        length = key.length
        owner = key.scope
        self.file = Int32(file)
        self.person = Int32(person)
    }

    func precedes(_ other: PersonMention, _ files: [FilePersons]) -> Bool {
        if first != other.first { return first < other.first }
        if second != other.second { return second < other.second }
        if length <= 16, other.length <= 16 { return length < other.length }
        return identifier(files).lexicographicallyPrecedes(other.identifier(files))
    }

    /// Whether another mention of the case is of the same person.
    func isSame(as other: PersonMention, _ files: [FilePersons]) -> Bool {
        guard first == other.first, second == other.second, length == other.length else {
            return false
        }
        return length <= 16 || identifier(files) == other.identifier(files)
    }

    func text(_ files: [FilePersons]) -> String {
        if length > 16 { return String(decoding: identifier(files), as: UTF8.self) }
        return withUnsafeBytes(of: (first.byteSwapped, second.byteSwapped)) {
            String(decoding: $0.prefix(Int(length)), as: UTF8.self)
        }
    }

    private func identifier(_ files: [FilePersons]) -> ArraySlice<UInt8> {
        files[Int(file)].identifier(Int(person))
    }
}

extension FilePersons {
    /// The bytes of a person's identifier.
    fileprivate func identifier(_ person: Int) -> ArraySlice<UInt8> {
        bytes[(person == 0 ? 0 : ends[person - 1])..<ends[person]]
    }

    /// Gives every person's key in its case.
    fileprivate func eachKey(_ body: (_ person: Int, _ key: ByteKey) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            var start = 0
            for person in 0..<count {
                let end = ends[person]
                body(person, ByteKey(base + start, end - start, cases[person]))
                start = end
            }
        }
    }
}
