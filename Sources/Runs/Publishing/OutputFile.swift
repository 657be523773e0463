import Basics
import Crypto

/// A file that a run writes below its period's folder, a piece at a time.
///
/// Each piece is digested while the processor still has it at hand. After a failure nothing more
/// is written.
struct OutputFile: ~Copyable {
    private let file: ScratchFile
    private let path: String
    private var hash: SHA256?
    private var count = 0
    /// Why it could not be written.
    private(set) var failure: (any Error)?

    /// Begins a file; one that is not `digested` is not named in a manifest.
    init(_ path: String, in folder: ScratchFolder.Writer, digested: Bool) throws {
        file = try folder.begin(path)
        self.path = path
        hash = digested ? SHA256() : nil
    }

    /// Writes what follows.
    mutating func write(_ bytes: UnsafeRawBufferPointer) {
        guard failure == nil, !bytes.isEmpty else { return }
        hash?.update(bufferPointer: bytes)
        count += bytes.count
        do { try file.write(bytes) } catch { failure = error }
    }

    /// The file as a manifest names it, when all of it has been written.
    var digest: FileDigest? {
        hash.map { FileDigest(path: path, bytes: count, sha256: hex($0.finalize())) }
    }
}
