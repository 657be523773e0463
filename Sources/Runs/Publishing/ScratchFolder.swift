import Basics
import CLinux
import Foundation

/// A folder that is filled out of sight and then takes its place in one step.
///
/// It goes away with its contents when it is not published.
struct ScratchFolder: ~Copyable {
    /// Where the files are written.
    let path: String
    private let permissions: mode_t
    private var isPublished = false

    /// Makes an empty folder beside the place it will take.
    init(beside target: String, permissions: mode_t = 0o755) throws {
        let parent = target.parentFolder
        let name = target.lastName
        path = "\(parent)/.\(name).scratch"
        self.permissions = permissions
        try ScratchFolder.makeFolder(parent, permissions: permissions)
        ScratchFolder.remove(path)
        guard mkdir(path, permissions) == 0 else { throw Refusal.outputNotWritable(path, errno) }
    }

    /// What writes below the folder while it stands.
    var writer: Writer { Writer(path: path, permissions: permissions) }

    /// Writes files below a folder; several may be written side by side.
    struct Writer: Sendable {
        let path: String
        let permissions: mode_t

        /// Begins a file, making the folders that lead to it.
        func begin(_ name: String) throws -> ScratchFile {
            let target = path + "/" + name
            var descriptor = create(target)
            if descriptor < 0, errno == ENOENT, name.contains("/") {
                try ScratchFolder.makeFolder(target.parentFolder, permissions: permissions)
                descriptor = create(target)
            }
            guard descriptor >= 0 else { throw Refusal.outputNotWritable(target, errno) }
            return ScratchFile(path: target, descriptor: descriptor)
        }

        private func create(_ target: String) -> Int32 {
            open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, permissions & 0o666)
        }

        /// Writes a file, making the folders that lead to it.
        func write(_ bytes: [UInt8], to name: String) throws {
            let file = try begin(name)
            try bytes.withUnsafeBytes { try file.write($0) }
        }

        /// Writes a text in UTF-8.
        func write(_ text: String, to name: String) throws {
            try write(Array(text.utf8), to: name)
        }
    }

    /// Puts the folder in its place; one that stood there before is exchanged for it and removed.
    consuming func publish(at target: String) throws {
        if rename(path, target) != 0 {
            guard errno == ENOTEMPTY || errno == EEXIST else {
                throw Refusal.outputNotWritable(target, errno)
            }
            try ScratchFolder.exchange(path, target)
            ScratchFolder.remove(path)
        }
        isPublished = true
    }

    /// Swaps two folders in one step where the file system can, else in two.
    private static func exchange(_ new: String, _ old: String) throws {
        if exchange_paths(new, old) == 0 { return }
        let aside = new + ".previous"
        remove(aside)
        guard rename(old, aside) == 0, rename(new, old) == 0 else {
            let code = errno
            rename(aside, old)
            throw Refusal.outputNotWritable(old, code)
        }
        remove(aside)
    }

    /// Makes a folder and those that lead to it, if they are not there.
    static func makeFolder(_ path: String, permissions: mode_t) throws {
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
            guard isFolder.boolValue else { throw Refusal.outputNotWritable(path, ENOTDIR) }
            return
        }
        let parent = path.parentFolder
        if !parent.isEmpty, parent != path { try makeFolder(parent, permissions: permissions) }
        guard mkdir(path, permissions) == 0 || errno == EEXIST else {
            throw Refusal.outputNotWritable(path, errno)
        }
    }

    private static func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    deinit {
        if !isPublished { ScratchFolder.remove(path) }
    }
}
