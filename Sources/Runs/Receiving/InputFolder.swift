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

    /// Lists the folder and matches its files, but for one that is no export; refuses when the
    /// folder cannot be read.
    init(path: String, layout: IntakeLayout, leavingOut other: String? = nil) throws {
        self.path = path
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Refusal.inputUnreadable(path, ENOENT)
        }
        guard isFolder.boolValue else { throw Refusal.inputUnreadable(path, ENOTDIR) }
        guard access(path, R_OK | X_OK) == 0 else { throw Refusal.inputUnreadable(path, errno) }
        let names = filesBelow(path).filter { path + "/" + $0 != other }
        (matches, findings) = FileMatch.of(names, in: layout)
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
