import Basics
import Model

/// A scale with its instrument, as a report names it.
struct NamedScale {
    var instrument: Instrument
    var scale: Scale
}

extension ReportContext {
    /// The scale of a name, or nothing where no instrument of the run has it.
    func scale(_ name: String) -> NamedScale? {
        for instrument in instruments {
            if let scale = instrument.scales.first(where: { $0.name == name }) {
                return NamedScale(instrument: instrument, scale: scale)
            }
        }
        return nil
    }

    /// What a scale is called; an axis of the wheel by the programme's own name for it.
    func title(ofScale name: String, in programme: Programme? = nil) -> String {
        if let axis = axis(name, in: programme) { return axis.title[language] }
        return scale(name)?.scale.title[language] ?? name
    }

    /// The programme's axis that a scale of the wheel stands for.
    private func axis(_ scale: String, in programme: Programme?) -> WheelAxis? {
        guard let programme, scale.hasPrefix("wheel.") else { return nil }
        let part = scale.dropFirst("wheel.".count)
        if let named = programme.wheelAxes.first(where: { $0.name == part }) { return named }
        guard part.first == "w", let number = Int(part.dropFirst()),
            programme.wheelAxes.indices.contains(number - 1)
        else { return nil }
        return programme.wheelAxes[number - 1]
    }

    /// Whether a scale's points may be rounded to fewer than one decimal: whole-number scores.
    func isProvisional(_ name: String) -> Bool {
        guard let scale = scale(name)?.scale else { return false }
        return scale.change.contains { $0.sourced.isProvisional }
            || scale.cutOffs.contains { $0.sourced.isProvisional }
    }
}
