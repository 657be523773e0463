import Basics
import Tables

/// The header of `rejected.csv`.
public let rejectedHeader = [
    "file", "line", "column", "scope", "code", "reason", "record",
]

/// Writes what was not used of some files as `rejected.csv`, handing out chunks of its bytes.
///
/// `scope` is `cell` or `row`. Identifiers are replaced by pseudonyms, and numbers in the form of
/// a civil registration number are masked; the file is private all the same.
public func writeRejected(
    _ files: [FileReception], pseudonyms: Pseudonyms, language: Language,
    to write: (UnsafeRawBufferPointer) throws -> Void
) rethrows {
    var writer = RecordWriter(formulaNeutral: true)
    writer.write(rejectedHeader)
    let reasons = ReadyFields(
        RejectionCode.allCases.map {
            [$0.isRow ? "row" : "cell", $0.finding.id, $0.finding.title[language]]
        })
    for file in files.sorted(by: { $0.file.utf8.lexicographicallyPrecedes($1.file.utf8) }) {
        let rejections = file.rejections
        let name = ReadyFields([file.file])
        for index in 0..<rejections.count {
            writer.add(name, 0)
            writer.add(Int(rejections.lines[index]))
            writer.add(Int(rejections.columns[index]))
            writer.add(reasons, Int(rejections.codes[index].rawValue))
            add(rejections.text(index), pseudonyms, to: &writer)
            writer.endRecord()
            if writer.count > 1 << 18 {
                try writer.withBytes(write)
                writer.removeAll()
            }
        }
    }
    try writer.withBytes(write)
}

/// Adds a kept text; one of plain characters, with nothing to replace or to mask, as it is.
private func add(
    _ text: ArraySlice<UInt8>, _ pseudonyms: Pseudonyms, to writer: inout RecordWriter
) {
    let isAdded = text.withUnsafeBufferPointer { bytes in
        let isPlain = bytes.allSatisfy { $0 < 0x80 && $0 > Rejections.identifierEnd }
        guard isPlain, !CivilRegistrationNumber.mayHold(bytes) else { return false }
        writer.add(bytes: bytes)
        return true
    }
    if !isAdded { writer.add(shown(text, pseudonyms)) }
}

/// A kept text with pseudonyms for its identifiers and civil registration numbers masked.
private func shown(_ text: ArraySlice<UInt8>, _ pseudonyms: Pseudonyms) -> String {
    let parts = KeptPart.parts(of: text)
    let owner = parts.first { $0.kind == .ofCase }?.text ?? ""
    return parts.map { part in
        guard let kind = part.kind else { return CivilRegistrationNumber.masked(part.text) }
        if part.text.isEmpty { return "" }
        switch kind {
        case .ofCase: return pseudonyms.ofCase(part.text)
        case .ofPerson: return pseudonyms.ofPerson(part.text, case: owner)
        case .other: return pseudonyms.of(part.text)
        }
    }.joined()
}

/// A stretch of a kept text: an identifier, or what stands between two.
private struct KeptPart {
    var kind: Rejections.IdentifierKind?
    var text: String

    static func parts(of text: ArraySlice<UInt8>) -> [KeptPart] {
        var parts: [KeptPart] = []
        var rest = text
        while let start = rest.firstIndex(where: { Rejections.IdentifierKind(rawValue: $0) != nil })
        {
            let end = rest[start...].firstIndex(of: Rejections.identifierEnd) ?? rest.endIndex
            parts.append(KeptPart(rest[..<start]))
            var identifier = KeptPart(rest[(start + 1)..<end])
            identifier.kind = Rejections.IdentifierKind(rawValue: rest[start])
            parts.append(identifier)
            rest = rest[min(end + 1, rest.endIndex)...]
        }
        return parts + [KeptPart(rest)]
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        text = String(decoding: bytes, as: UTF8.self)
    }
}
