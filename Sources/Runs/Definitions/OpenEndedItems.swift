import Loading
import Model

/// Instruments to whose items programmes may add: the axes of a wheel.
extension DefinitionFolder {
    /// An instrument with as many axes as the programmes name, where it leaves their number open.
    func widened(_ instrument: Instrument, for programmes: [Programme]) -> Instrument {
        let most = programmes.map(\.wheelAxes.count).max() ?? 0
        guard instrument.name == WheelAxis.instrument,
            (1..<max(1, most)).contains(instrument.items.count { $0.isOpenEnded })
        else { return instrument }
        // Its digest and its examples belong to the definition as it stands, which is read already.
        let again = DefinitionFolder(root: root)
        let wide = again.load(.instruments, instrument.name) {
            loadInstrument(yaml: $0, path: $1, openItems: most)
        }
        report(again.findings)
        return wide ?? instrument
    }

    /// An instrument for somebody who has named no programme: with the axes of any there is.
    func widened(_ instrument: Instrument) -> Instrument {
        guard instrument.name == WheelAxis.instrument else { return instrument }
        // What is wrong with a programme is no matter of its instrument's.
        let others = DefinitionFolder(root: root)
        let programmes = others.names(.programmes).compactMap { name in
            others.load(.programmes, name) { loadProgramme(yaml: $0, path: $1) }
        }
        return widened(instrument, for: programmes)
    }
}
