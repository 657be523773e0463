import CLibZip

/// An open archive whose parts are read through libzip, within bounds.
struct Archive: ~Copyable {
    private let handle: OpaquePointer
    /// What libzip reads from, where that is memory.
    private let held: UnsafeMutableRawBufferPointer?
    private let limits: WorkbookLimits

    /// How many bytes are unpacked at a time.
    private static let chunk = 256 << 10

    init(_ source: WorkbookSource, _ limits: WorkbookLimits) throws(WorkbookFailure) {
        let (handle, held) = try Archive.open(source)
        self.handle = handle
        self.held = held
        self.limits = limits
    }

    deinit {
        zip_discard(handle)
        held?.deallocate()
    }

    private static func open(
        _ source: WorkbookSource
    ) throws(WorkbookFailure) -> (OpaquePointer, UnsafeMutableRawBufferPointer?) {
        switch source {
        case .file(let path):
            var fault: Int32 = 0
            guard let opened = zip_open(path, ZIP_RDONLY, &fault) else {
                throw .damaged(part: "archive")
            }
            return (opened, nil)
        case .bytes(let bytes):
            let copy = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(1, bytes.count), alignment: 1)
            copy.copyBytes(from: bytes)
            guard let opened = open(copy, count: bytes.count) else {
                copy.deallocate()
                throw .damaged(part: "archive")
            }
            return (opened, copy)
        }
    }

    private static func open(
        _ bytes: UnsafeMutableRawBufferPointer, count: Int
    ) -> OpaquePointer? {
        var fault = zip_error_t()
        let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(count), 0, &fault)
        guard let source else { return nil }
        guard let opened = zip_open_from_source(source, ZIP_RDONLY, &fault) else {
            zip_source_free(source)
            return nil
        }
        return opened
    }

    /// Whether there is a part of that name; case does not matter.
    func has(_ part: String) -> Bool {
        zip_name_locate(handle, part, zip_flags_t(ZIP_FL_NOCASE)) >= 0
    }

    /// Unpacks a part piece by piece, until the reader has had enough.
    func read(
        _ part: String, _ goesOn: (UnsafeBufferPointer<UInt8>) -> Bool
    ) throws(WorkbookFailure) {
        let index = zip_name_locate(handle, part, zip_flags_t(ZIP_FL_NOCASE))
        guard index >= 0 else { throw .damaged(part: part) }
        guard let file = zip_fopen_index(handle, zip_uint64_t(index), 0) else {
            throw isLocked ? .locked : .damaged(part: part)
        }
        defer { zip_fclose(file) }
        let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: Archive.chunk)
        defer { buffer.deallocate() }
        let packed = packedSize(zip_uint64_t(index))
        var unpacked = 0
        while true {
            let got = Int(zip_fread(file, buffer, zip_uint64_t(Archive.chunk)))
            guard got >= 0 else { throw .damaged(part: part) }
            unpacked += got
            guard isBearable(unpacked, packed: packed) else { throw .tooLarge(part: part) }
            if got == 0 || !goesOn(UnsafeBufferPointer(start: buffer, count: got)) { return }
        }
    }

    private func isBearable(_ unpacked: Int, packed: Int) -> Bool {
        unpacked <= limits.partBytes
            && (unpacked <= limits.ratioBytes || unpacked / limits.ratio <= packed)
    }

    private func packedSize(_ index: zip_uint64_t) -> Int {
        var facts = zip_stat_t()
        guard zip_stat_index(handle, index, 0, &facts) == 0 else { return 0 }
        return Int(clamping: facts.comp_size)
    }

    /// Whether the last part could not be opened for want of a password.
    private var isLocked: Bool {
        guard let error = zip_get_error(handle) else { return false }
        return [ZIP_ER_NOPASSWD, ZIP_ER_WRONGPASSWD, ZIP_ER_ENCRNOTSUPP]
            .contains(zip_error_code_zip(error))
    }
}
