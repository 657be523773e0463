import Intake
import Tables

/// Writes `sources.csv`, the private list of what each file held and how new it is.
func sourceList(_ received: Received) -> [UInt8] {
    var writer = RecordWriter(formulaNeutral: true)
    writer.write([
        "file", "rows", "used", "rejected", "duplicates", "withdrawn", "newest", "new_rows",
    ])
    for file in received.files {
        let counts = file.counts
        let numbers = [
            counts.rows, counts.used, counts.rejected, counts.duplicates, counts.withdrawn,
        ]
        let newRows = received.newRows(of: file.file).map(String.init)
        writer.write(
            [file.file] + numbers.map(String.init) + [file.newestDate?.iso ?? "", newRows ?? ""])
    }
    return writer.bytes
}
