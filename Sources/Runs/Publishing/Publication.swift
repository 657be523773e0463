/// The folders of a period while they are filled out of sight; they go away with it when they
/// are not published.
struct Publication: ~Copyable {
    /// The folder of what is published.
    let target: String
    private let privately: String
    private let showing: ScratchFolder
    private var keeping: ScratchFolder?
    /// What takes the files that only the families' own workers may read.
    let kept: OutputFiles
    /// What takes the files that are published.
    let shown: OutputFiles
    /// The private lists, when they have been begun.
    var lists: BegunWork?

    /// Begins a folder, and one under the private root; or one for everything, for those who may
    /// read all of it.
    init(at target: String, privately: String?) throws {
        self.target = target
        self.privately = privately ?? target
        if let privately {
            let folder = try ScratchFolder(beside: privately, permissions: 0o700)
            showing = try ScratchFolder(beside: target, permissions: 0o755)
            kept = OutputFiles(folder.writer, digested: false)
            shown = OutputFiles(showing.writer)
            keeping = consume folder
        } else {
            showing = try ScratchFolder(beside: target, permissions: 0o700)
            shown = OutputFiles(showing.writer)
            kept = shown
            keeping = nil
        }
    }

    /// Writes the manifest of the digests and puts each folder in its place in one step.
    consuming func publish(_ manifest: ([FileDigest]) throws -> String) throws {
        _ = try kept.digests()
        try showing.writer.write(manifest(shown.digests()), to: Manifest.file)
        if let keeping = self.keeping.take() { try keeping.publish(at: privately) }
        try showing.publish(at: target)
    }
}
