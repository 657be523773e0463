/// What one part of a workbook points to: the targets of its relationships, by their ids.
final class Relationships: ElementHandler {
    /// A relationship: the last word of its type, and the part that it points to.
    struct Target {
        var kind: String
        var part: String
    }

    private(set) var targets: [String: Target] = [:]
    private let folder: String
    let isDone = false

    /// Targets are relative to the folder of the part that they belong to.
    init(of part: String) {
        folder = Relationships.folder(of: part)
    }

    /// The part that holds the relationships of another.
    static func part(of part: String) -> String {
        let folder = folder(of: part)
        return folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
    }

    /// The first target of a kind.
    func first(_ kind: String) -> String? {
        targets.values.filter { $0.kind == kind }.map(\.part).min()
    }

    func start(_ name: ElementName, _ attributes: ElementAttributes) {
        guard name == "Relationship", let id = attributes.text("Id"),
            let type = attributes.text("Type"), let target = attributes.text("Target")
        else { return }
        let kind = type.split(separator: "/").last.map(String.init) ?? type
        targets[id] = Target(kind: kind, part: resolved(target))
    }

    func end(_ name: ElementName) {}

    func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

    /// A target as a path from the archive's root, without `.` and `..`.
    private func resolved(_ target: String) -> String {
        let full = target.hasPrefix("/") ? target : folder + target
        var steps: [Substring] = []
        for step in full.split(separator: "/") where step != "." {
            if step == ".." {
                _ = steps.popLast()
            } else {
                steps.append(step)
            }
        }
        return steps.joined(separator: "/")
    }

    private static func folder(of part: String) -> String {
        guard let slash = part.lastIndex(of: "/") else { return "" }
        return String(part[...slash])
    }
}
