/// The program's name and version, as manifests and method sections give them.
public enum Program {
    public static let name = "virkning"
    /// Raised with every change of a published number; see `CHANGELOG.md`.
    public static let version = "0.1.0"
}
