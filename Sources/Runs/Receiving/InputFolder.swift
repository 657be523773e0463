import Basics
import Foundation
import Intake
import Model
import Tables

/// The files below a run's input folder, by what they hold.
struct InputFolder {
    let path: String
    /// Files that a pattern of the layout matches, in the byte order of their paths.
    var matches: [FileMatch]
    /// Files of answer texts, which are read with the data beside them.
    var beside: [String]
    var findings: [Finding]
    /// Bytes of each matched file.
    var sizes: [Int]
    /// The paths as they may be shown.
    let shown: ShownFileNames

    /// Lists the folder and matches its files, but for files and folders that are no exports.
    ///
    /// - Throws: `Refusal` when the folder, or what may be an export in it, cannot be read.
    init(path: String, layout: IntakeLayout, leavingOut others: [String] = []) throws {
        self.path = path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Refusal.inputUnreadable(path, ENOENT)
        }
        guard isFolder.boolValue else { throw Refusal.inputUnreadable(path, ENOTDIR) }
        guard access(path, R_OK | X_OK) == 0 else { throw Refusal.inputUnreadable(path, errno) }
        let listing = FolderListing(path, leavingOut: others)
        let names = listing.files
        let findingsOfOthers = try listing.findings(in: path, layout)
        (matches, findings) = FileMatch.of(names, in: layout)
        findings += findingsOfOthers
        shown = ShownFileNames(names)
        beside = FileMatch.answerTexts(names, in: layout)
        sizes = matches.map { match in
            // Of the file itself, where the name is a link to it.
            var status = stat()
            return stat(path + "/" + match.name, &status) == 0 ? Int(status.st_size) : 0
        }
    }

    /// A matched file as the reader takes it.
    func source(_ index: Int, _ layout: IntakeLayout) -> SourceFile {
        let match = matches[index]
        return SourceFile(
            name: match.shownName, source: .file(path + "/" + match.name), kind: match.kind,
            layout: layout)
    }

    /// The matched files that hold something, as the reader takes them.
    func sources(_ layout: IntakeLayout, where holds: (IntakeFile.Kind) -> Bool) -> [SourceFile] {
        positions(where: holds).map { source($0, layout) }
    }

    /// The positions of matched files that hold something.
    func positions(where holds: (IntakeFile.Kind) -> Bool) -> [Int] {
        matches.indices.filter { holds(matches[$0].kind.kind) }
    }
}

extension FolderListing {
    /// What is to be said of what cannot be read, or is not.
    ///
    /// - Throws: `Refusal` when some of it may hold what is to be reported.
    fileprivate func findings(in root: String, _ layout: IntakeLayout) throws -> [Finding] {
        let shown = ShownFileNames(others.map(\.path))
        let possible = others.filter {
            !FileMatch.isPassedOver($0.path, layout) && ($0.isFolder || FileName.isTable($0.path))
        }
        let unread = possible.filter { $0.kind != .linkedFolder }.map { other in
            Finding(
                .inputUnreadable, .error, at: Place(root + "/" + shown.of(other.path)),
                other.kind.sentence, remedy: other.kind.remedy)
        }
        if !unread.isEmpty { throw Refusal(.inputUnreadable, unread) }
        return possible.map { other in
            Finding(
                .fileUnmatched, .warning, at: Place(shown.of(other.path)), other.kind.sentence,
                remedy: other.kind.remedy)
        }
    }
}

extension FolderListing.Other.Kind {
    fileprivate var sentence: String {
        switch self {
        case .unreadable(let code):
            "cannot be read: \(String(cString: strerror(code)).lowercased())"
        case .linkedFolder: "is a link to a folder, whose files are not read"
        case .noFile: "is a pipe or a device, not a file"
        case .nameNoText: "its name is no UTF-8, so it cannot be opened"
        }
    }

    fileprivate var remedy: String? {
        switch self {
        case .unreadable: nil
        case .linkedFolder: "copy the files here, or name their folder with --input"
        case .noFile: "write the export to a file"
        case .nameNoText: "rename it"
        }
    }
}
