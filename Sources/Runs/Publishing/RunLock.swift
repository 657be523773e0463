import Basics
import Foundation

/// The right to write one pipeline's folder, held until it goes out of scope.
///
/// An advisory `flock` on `.lock`: the kernel lets go of it when the process ends, however it
/// ends, so a dead run never blocks the next.
struct RunLock: ~Copyable {
    private let descriptor: Int32

    /// Takes the lock of `folder`, or refuses and says which process holds it.
    init(folder: String) throws {
        let path = folder + "/.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else {
            throw Refusal.outputNotWritable(path, errno)
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let holder = RunLock.holder(of: descriptor)
            close(descriptor)
            let finding = Finding(
                .runInUse, .error, at: Place(folder), "the folder is in use by \(holder)")
            throw Refusal(.locked, [finding])
        }
        let note = "process \(getpid())\n"
        ftruncate(descriptor, 0)
        _ = note.withCString { pwrite(descriptor, $0, strlen($0), 0) }
    }

    /// Runs `work` while the lock is held.
    borrowing func held<Result>(_ work: () throws -> Result) rethrows -> Result {
        try work()
    }

    private static func holder(of descriptor: Int32) -> String {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let note = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        let first = note.split(separator: "\n").first.map(String.init)
        return first ?? "another process"
    }

    deinit {
        // Whoever locks it otherwise must not be taken for this process.
        ftruncate(descriptor, 0)
        close(descriptor)
    }
}

extension Refusal {
    /// A file or folder of the output that the system refuses to write.
    static func outputNotWritable(_ path: String, _ code: Int32) -> Refusal {
        let cause = String(cString: strerror(code)).lowercased()
        return Refusal(
            .outputNotWritable,
            [Finding(.outputNotWritable, .error, at: Place(path), "cannot be written: \(cause)")])
    }
}
