import Glibc

/// Memory in pages of two megabytes, each of which the system hands out in one go.
///
/// That small pages are handed out one by one costs more than most work on what they hold.
public enum LargePages {
    /// How many bytes such a page has.
    public static let size = 2 << 20

    /// Asks for large pages for memory that is not in use yet: all that lie wholly in it. Where
    /// the system has none, nothing changes.
    public static func use(for memory: UnsafeMutableRawBufferPointer) {
        guard let start = memory.baseAddress else { return }
        let address = Int(bitPattern: start)
        let first = (address + size - 1) / size * size
        let end = (address + memory.count) / size * size
        guard first < end else { return }
        madvise(UnsafeMutableRawPointer(bitPattern: first), end - first, Int32(MADV_HUGEPAGE))
    }
}

extension Array {
    /// Makes room for so many elements in an empty array, on large pages as far as they fill such.
    public mutating func reserveLargePages(for count: Int) {
        let stride = MemoryLayout<Element>.stride
        guard count * stride >= LargePages.size else { return reserveCapacity(count) }
        // A block that is some large pages long starts on one, with what the allocator and the
        // array put before the elements.
        let pages = (count * stride + Self.header + LargePages.size - 1) / LargePages.size
        reserveCapacity((pages * LargePages.size - Self.header) / stride)
        withUnsafeMutableBytes { elements in
            guard let start = elements.baseAddress else { return }
            let block = start - Int(bitPattern: start) % Self.smallPage
            LargePages.use(for: UnsafeMutableRawBufferPointer(start: block, count: count * stride))
        }
    }

    private static var smallPage: Int { 4096 }
    /// More bytes than stand before the elements, and less than a small page.
    private static var header: Int { 128 }
}
