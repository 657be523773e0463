/// The informants who are somebody that a family may lack.
struct Parents: OptionSet {
    let rawValue: UInt8

    static let mother = Parents(rawValue: 1)
    static let father = Parents(rawValue: 2)

    init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Who is meant by an informant as coded, if a parent.
    init(informant: String) {
        self =
            switch informant {
            case "mor": .mother
            case "far": .father
            default: []
            }
    }
}

extension Frame {
    /// Which parents of a case have filled something in.
    func parents(in caseIndex: Int) -> Parents {
        var parents: Parents = []
        for at in strands(of: caseIndex) {
            let strand = gathering.strands[at]
            parents.formUnion(parent(Int(strand.instrument), strand.informant))
        }
        return parents
    }
}
