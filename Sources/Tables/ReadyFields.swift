import Basics

/// Fields that stand in many records, quoted once and written often.
public struct ReadyFields: Sendable {
    private var bytes: [UInt8] = []
    private var starts: [Int] = [0]

    /// Makes texts ready, each by itself, as a writer that is formula-neutral writes them.
    public init(_ texts: some Sequence<String>) {
        self.init(texts.lazy.map { [$0] })
    }

    /// Makes fields ready that follow one another in a record.
    public init(_ records: some Sequence<[String]>) {
        var writer = RecordWriter(formulaNeutral: true)
        for fields in records {
            for field in fields { writer.add(field) }
            writer.withBytes { bytes += $0 }
            starts.append(bytes.count)
            writer.endRecord()
            writer.removeAll()
        }
    }

    /// Adds the fields made ready at an index.
    public func add(_ index: Int, to text: inout TextBuffer) {
        let range = starts[index]..<starts[index + 1]
        bytes.withUnsafeBufferPointer { text.add(UnsafeBufferPointer(rebasing: $0[range])) }
    }
}
