import CLibCSV
import Glibc

/// The record being parsed, filled by libcsv's callbacks through a raw pointer.
///
/// A field is copied once, into one buffer for the whole record: no object, no closure and no
/// `String` is touched for a cell.
struct RowState {
    var bytes: UnsafeMutablePointer<UInt8>
    var ends: UnsafeMutablePointer<Int32>
    /// How many bytes are taken, with one after each field.
    var length = 0
    var fieldCount = 0
    /// Whether the record has ended.
    var isComplete = false
    /// Whether there were more bytes or fields than a record may have.
    var isOverfull = false
    private var capacity = 64 << 10
    private let mostBytes: Int
    private let mostFields: Int

    /// How many bytes may be read past the last field, and written past a short one.
    static let padding = 32

    init(_ limits: ReadingLimits) {
        mostBytes = limits.recordBytes
        mostFields = limits.fields
        bytes = RowState.room(for: capacity, mostFields)
        ends = .allocate(capacity: mostFields + 1)
        ends[0] = -1
        ends += 1
    }

    func deallocate() {
        bytes.deallocate()
        (ends - 1).deallocate()
    }

    mutating func clear() {
        length = 0
        fieldCount = 0
        isComplete = false
        isOverfull = false
    }

    /// Adds a field; `source` has at least 4096 bytes, as libcsv's buffer has.
    @inline(__always)
    mutating func append(_ source: UnsafeMutableRawPointer, _ count: Int) {
        guard fieldCount < mostFields, hasRoom(for: count) else {
            isOverfull = true
            return
        }
        let target = UnsafeMutableRawPointer(bytes + length)
        // libcsv has just written the field byte by byte: a byte comes back at once, a word
        // would have to wait for all its bytes to settle.
        if count <= 1 {
            bytes[length] = source.load(as: UInt8.self)
        } else if count <= 4 {
            for at in 0..<4 {
                bytes[length + at] = source.load(fromByteOffset: at, as: UInt8.self)
            }
        } else if count <= 16 {
            let first = source.loadUnaligned(as: UInt64.self)
            target.storeBytes(of: first, as: UInt64.self)
            if count > 8 {
                let second = source.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
                target.storeBytes(of: second, toByteOffset: 8, as: UInt64.self)
            }
        } else {
            memcpy(target, source, count)
        }
        ends[fieldCount] = Int32(truncatingIfNeeded: length + count)
        length += count + 1
        fieldCount += 1
    }

    /// Adds empty fields until there are so many.
    mutating func fill(upTo count: Int) {
        while fieldCount < min(count, mostFields) {
            ends[fieldCount] = Int32(truncatingIfNeeded: length)
            length += 1
            fieldCount += 1
        }
    }

    /// Room for so many bytes, for the empty fields that may follow them, and for reading on.
    private static func room(for capacity: Int, _ mostFields: Int) -> UnsafeMutablePointer<UInt8> {
        let count = capacity + mostFields + padding
        let room = UnsafeMutablePointer<UInt8>.allocate(capacity: count)
        room.initialize(repeating: 0, count: count)
        return room
    }

    @inline(__always)
    private mutating func hasRoom(for count: Int) -> Bool {
        length + count <= capacity || grow(by: count)
    }

    private mutating func grow(by count: Int) -> Bool {
        let needed = length + count
        guard needed <= mostBytes else { return false }
        let larger = max(needed, min(capacity * 2, mostBytes))
        let fresh = RowState.room(for: larger, mostFields)
        fresh.update(from: bytes, count: length)
        bytes.deallocate()
        bytes = fresh
        capacity = larger
        return true
    }
}

/// libcsv's block size: the least that its field buffer holds.
let fieldBlock = 4096

func receiveField(
    _ field: UnsafeMutableRawPointer?, _ count: Int, _ context: UnsafeMutableRawPointer?
) {
    let row = context.unsafelyUnwrapped.assumingMemoryBound(to: RowState.self)
    row.pointee.append(field.unsafelyUnwrapped, count)
}

func receiveRow(_: Int32, _ context: UnsafeMutableRawPointer?) {
    context.unsafelyUnwrapped.assumingMemoryBound(to: RowState.self).pointee.isComplete = true
}

/// Keeps blanks round fields: libcsv would trim them.
func neverSpace(_: UInt8) -> Int32 { 0 }
