import Foundation

/// Standard output, written so that nothing is lost unnoticed.
///
/// A reader that has seen enough (`virkning … | head`) ends the program quietly with 0; any other
/// fault ends it with 5.
enum StandardOutput {
    /// Writes a text and a line feed.
    static func print(_ text: String = "", terminator: String = "\n") {
        var whole = text + terminator
        whole.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    /// Writes bytes, however many writes that takes.
    static func write(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = Foundation.write(
                STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress!, rest.count)
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                end(errno)
            }
        }
    }

    private static func end(_ code: Int32) -> Never {
        if code == EPIPE { exit(0) }
        let cause = String(cString: strerror(code)).lowercased()
        ConsoleFindings.write("<stdout>: error: cannot be written: \(cause) [output-not-writable]")
        exit(5)
    }
}
