import Basics
import Model

/// Reads an export layout; its base name must be the layout's name.
public func loadIntake(yaml: String, path: String) -> Loaded<IntakeLayout> {
    let (layout, findings) = IntakeLayout.read(yaml: yaml, file: path)
    return Loaded(value: layout, findings: findings)
}
