import Basics
import Dispatch
import Synchronization

/// A folder that takes files from several workers and remembers each by its digest.
///
/// A file is written while it is made, so that an edition never stands in memory whole.
final class OutputFiles: Sendable {
    private let folder: ScratchFolder.Writer
    private let isDigested: Bool
    private let written = Mutex(Written())

    private struct Written {
        var digests: [FileDigest] = []
        var failures: [(path: String, error: any Error)] = []
    }

    /// Takes files for a folder; whether they are `digested` is asked by who names them.
    init(_ folder: ScratchFolder.Writer, digested: Bool = true) {
        self.folder = folder
        isDigested = digested
    }

    /// Writes a file as it is made; that it failed is told by `digests`.
    func write(_ path: String, _ make: (inout OutputFile) -> Void) {
        do {
            var file = try OutputFile(path, in: folder, digested: isDigested)
            make(&file)
            if let failure = file.failure { throw failure }
            if let digest = file.digest { written.withLock { $0.digests.append(digest) } }
        } catch {
            written.withLock { $0.failures.append((path, error)) }
        }
    }

    /// Writes a file that has been made.
    func write(_ path: String, _ bytes: [UInt8]) {
        write(path) { file in bytes.withUnsafeBytes { file.write($0) } }
    }

    /// Writes a file that has been made.
    func write(_ path: String, _ text: borrowing TextBuffer) {
        write(path) { file in text.withBytes { file.write($0) } }
    }

    /// Writes a text in UTF-8.
    func write(_ path: String, _ text: String) {
        var text = text
        text.withUTF8 { bytes in write(path) { $0.write(UnsafeRawBufferPointer(bytes)) } }
    }

    /// What was written and digested, in the byte order of the paths.
    ///
    /// - Throws: the failure that comes first in that order.
    func digests() throws -> [FileDigest] {
        let (digests, failures) = written.withLock { ($0.digests, $0.failures) }
        let first = failures.min { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        if let first { throw first.error }
        return digests.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }
}

/// Something that makes files, as a worker of its own may.
struct OutputTask: Sendable {
    /// About how much work it is; the greatest is begun first.
    var size: Int
    var target: OutputFiles
    var make: @Sendable (OutputFiles) -> Void
}

extension Workers {
    /// Does tasks side by side, the greatest first; `more` makes further tasks meanwhile.
    static func run(
        _ tasks: [OutputTask], workers: Int, while more: @Sendable () -> [OutputTask]
    ) {
        let queue = OutputQueue(tasks)
        DispatchQueue.concurrentPerform(iterations: max(1, workers)) { worker in
            if worker == 0 { queue.add(more(), workers: workers) }
            while let task = queue.next() { task.make(task.target) }
        }
    }
}

/// Tasks that wait to be done, and those that are still to come.
private final class OutputQueue: Sendable {
    private let waiting: Mutex<(tasks: [OutputTask], isComplete: Bool)>
    private let completed = DispatchSemaphore(value: 0)

    init(_ tasks: [OutputTask]) {
        waiting = Mutex((tasks.inOrder, false))
    }

    /// Adds all tasks that were still to come.
    func add(_ tasks: [OutputTask], workers: Int) {
        waiting.withLock {
            $0.tasks = (tasks + $0.tasks).inOrder
            $0.isComplete = true
        }
        for _ in 0..<workers { completed.signal() }
    }

    /// The greatest task left, or nothing where there are none and none will come.
    func next() -> OutputTask? {
        while true {
            let (task, isComplete) = waiting.withLock { ($0.tasks.popLast(), $0.isComplete) }
            if task != nil || isComplete { return task }
            completed.wait()
        }
    }
}

extension [OutputTask] {
    /// The greatest last.
    fileprivate var inOrder: [OutputTask] {
        indices.sorted { (self[$0].size, $1) < (self[$1].size, $0) }.map { self[$0] }
    }
}
