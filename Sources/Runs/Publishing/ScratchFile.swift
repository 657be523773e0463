import Basics
import Foundation

/// A file of a scratch folder while it is written.
struct ScratchFile: ~Copyable {
    private let path: String
    private let descriptor: Int32

    /// Takes a file that has been opened, and closes it when it goes out of scope.
    init(path: String, descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Writes what follows.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let count = Foundation.write(descriptor, rest.baseAddress!, rest.count)
            guard count >= 0 else { throw Refusal.outputNotWritable(path, errno) }
            rest = UnsafeRawBufferPointer(rebasing: rest[count...])
        }
    }
}
