extension String {
    /// The folder that a path lies in: `a/b` lies in `a`, `a` in the empty path, `/a` in `/`.
    ///
    /// Foundation's own traps on a path of one character.
    var parentFolder: String {
        let whole = withoutTrailingSlashes
        guard let slash = whole.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
        return String(whole[...slash]).withoutTrailingSlashes
    }

    /// The name at the end of a path: `b` of `a/b/`.
    var lastName: String {
        let whole = withoutTrailingSlashes
        guard let slash = whole.utf8.lastIndex(of: UInt8(ascii: "/")) else { return whole }
        return String(whole[whole.utf8.index(after: slash)...])
    }

    /// `a` for `a/`; the root stays as it is.
    private var withoutTrailingSlashes: String {
        let slash = UInt8(ascii: "/")
        guard let last = utf8.lastIndex(where: { $0 != slash }) else {
            return utf8.first == slash ? "/" : self
        }
        return String(self[...last])
    }
}
