import Foundation

/// What stands below a folder, and what of it cannot be read: nothing is passed over in silence.
struct FolderListing {
    /// Something that is neither a file nor a folder whose content is listed.
    struct Other {
        /// What it is.
        enum Kind: Equatable {
            /// The system refuses to say what it is or holds, with its error number.
            case unreadable(Int32)
            /// A link to a folder, which may be anywhere and hold anything.
            case linkedFolder
            /// A pipe, a device or a socket.
            case noFile
            /// Its name is no UTF-8; the path has replacement characters.
            case nameNoText
        }

        /// Relative to the folder.
        var path: String
        var kind: Kind
        /// Whether it is a folder, as far as anybody can see.
        var isFolder = false
    }

    /// Paths of all files, relative to the folder, in byte order.
    private(set) var files: [String] = []
    /// In the byte order of their paths.
    private(set) var others: [Other] = []
    private let root: String
    /// Files and folders that are not listed.
    private let left: Set<FileIdentity>

    /// Lists all that is below a folder but for some files and folders.
    init(_ folder: String, leavingOut left: [String] = []) {
        root = folder
        self.left = Set(left.compactMap { FileIdentity($0) })
        list("")
        files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        others.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// Whether there is no such folder, or nothing in it.
    var isEmpty: Bool {
        files.isEmpty && others.allSatisfy { $0.path.isEmpty && $0.kind == .unreadable(ENOENT) }
    }

    /// Lists a folder below the root, whose path is empty.
    private mutating func list(_ folder: String) {
        guard let stream = opendir(folder.isEmpty ? root : root + "/" + folder) else {
            others.append(Other(path: folder, kind: .unreadable(errno), isFolder: true))
            return
        }
        defer { closedir(stream) }
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 256) {
                    (text: String(validatingCString: $0), shown: String(cString: $0))
                }
            }
            if name.shown == "." || name.shown == ".." { continue }
            let prefix = folder.isEmpty ? "" : folder + "/"
            if let text = name.text {
                take(prefix + text)
            } else {
                let isFolder = entry.pointee.d_type == DT_DIR
                others.append(
                    Other(path: prefix + name.shown, kind: .nameNoText, isFolder: isFolder))
            }
        }
    }

    private mutating func take(_ path: String) {
        let whole = root + "/" + path
        var status = stat()
        guard stat(whole, &status) == 0 else {
            others.append(Other(path: path, kind: .unreadable(errno)))
            return
        }
        if left.contains(FileIdentity(status)) { return }
        switch status.st_mode & S_IFMT {
        case S_IFREG: files.append(path)
        case S_IFDIR:
            var link = stat()
            if lstat(whole, &link) == 0, link.st_mode & S_IFMT == S_IFLNK {
                others.append(Other(path: path, kind: .linkedFolder, isFolder: true))
            } else {
                list(path)
            }
        default: others.append(Other(path: path, kind: .noFile))
        }
    }
}

/// What makes a file or folder the same, whatever it is called.
private struct FileIdentity: Hashable {
    private let device: UInt64
    private let number: UInt64

    init(_ status: stat) {
        device = UInt64(status.st_dev)
        number = UInt64(status.st_ino)
    }

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.init(status)
    }
}
