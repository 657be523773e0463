import CExpat
import Glibc

/// Takes the elements of a part as they come.
protocol ElementHandler: AnyObject {
    /// Whether it has what it wants, so that the rest need not be read.
    var isDone: Bool { get }
    func start(_ name: ElementName, _ attributes: ElementAttributes)
    func end(_ name: ElementName)
    func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// The name of an element, without the prefix of its namespace.
struct ElementName {
    private let local: UnsafePointer<CChar>

    fileprivate init(_ name: UnsafePointer<CChar>) {
        local = ElementName.withoutPrefix(name)
    }

    static func == (name: ElementName, text: StaticString) -> Bool {
        isSame(name.local, text)
    }

    /// What stands after the colon, if there is one.
    fileprivate static func withoutPrefix(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
        guard let colon = strchr(name, 58) else { return name }
        return UnsafePointer(colon) + 1
    }

    fileprivate static func isSame(_ name: UnsafePointer<CChar>, _ text: StaticString) -> Bool {
        strcmp(name, UnsafeRawPointer(text.utf8Start).assumingMemoryBound(to: CChar.self)) == 0
    }
}

/// The attributes of an element; lent for the call.
struct ElementAttributes {
    private let list: UnsafePointer<UnsafePointer<CChar>?>

    fileprivate init(_ list: UnsafePointer<UnsafePointer<CChar>?>) {
        self.list = list
    }

    /// The value of an attribute that has no prefix, ended by a zero byte.
    func pointer(_ name: StaticString) -> UnsafePointer<CChar>? {
        first { ElementName.isSame($0, name) }
    }

    /// The value of an attribute that has no prefix.
    func text(_ name: StaticString) -> String? { pointer(name).map { String(cString: $0) } }

    /// The value of an attribute that has a prefix, whichever that is.
    func prefixedText(_ name: StaticString) -> String? {
        first { full in
            let local = ElementName.withoutPrefix(full)
            return local != full && ElementName.isSame(local, name)
        }.map { String(cString: $0) }
    }

    /// The value of an attribute as a whole number of at most nine digits.
    func integer(_ name: StaticString) -> Int? {
        guard let digits = pointer(name), digits[0] != 0 else { return nil }
        var number = 0
        var at = 0
        while digits[at] != 0 {
            let digit = UInt8(bitPattern: digits[at]) &- 48
            guard digit < 10, at < 9 else { return nil }
            number = number * 10 + Int(digit)
            at += 1
        }
        return number
    }

    /// Whether an attribute has a value.
    func isSame(_ value: UnsafePointer<CChar>, _ text: StaticString) -> Bool {
        ElementName.isSame(value, text)
    }

    /// Whether an attribute says yes.
    func flag(_ name: StaticString) -> Bool { ["1", "true"].contains(text(name) ?? "") }

    private func first(
        where isWanted: (UnsafePointer<CChar>) -> Bool
    ) -> UnsafePointer<CChar>? {
        var at = 0
        while let name = list[at], let value = list[at + 1] {
            if isWanted(name) { return value }
            at += 2
        }
        return nil
    }
}

extension Archive {
    /// Reads a part as XML, piece by piece, through expat.
    ///
    /// A document type is refused: no workbook has one, and entities could grow without end.
    func parse(_ part: String, into handler: some ElementHandler) throws(WorkbookFailure) {
        guard let parser = XML_ParserCreate(nil) else { throw .damaged(part: part) }
        defer { XML_ParserFree(parser) }
        let bridge = ElementBridge(handler, parser)
        connect(parser, bridge)
        var isWhole = true
        try read(part) { bytes in
            isWhole = feed(bytes, to: parser)
            return isWhole && !handler.isDone
        }
        if !handler.isDone, isWhole { isWhole = XML_Parse(parser, nil, 0, 1) == XML_STATUS_OK }
        // expat holds no reference to the bridge.
        withExtendedLifetime(bridge) {}
        guard handler.isDone || isWhole else { throw .damaged(part: part) }
    }

    private func feed(_ bytes: UnsafeBufferPointer<UInt8>, to parser: XML_Parser) -> Bool {
        guard let start = bytes.baseAddress else { return true }
        return start.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
            XML_Parse(parser, $0, Int32(bytes.count), 0) == XML_STATUS_OK
        }
    }

    private func connect(_ parser: XML_Parser, _ bridge: ElementBridge) {
        XML_SetUserData(parser, Unmanaged.passUnretained(bridge).toOpaque())
        XML_SetElementHandler(parser) { context, name, attributes in
            ElementBridge.of(context).start(name, attributes)
        } _: { context, name in
            ElementBridge.of(context).end(name)
        }
        XML_SetCharacterDataHandler(parser) { context, text, count in
            ElementBridge.of(context).text(text, count)
        }
        XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in
            ElementBridge.of(context).stop()
        }
    }
}

/// Stands between expat's callbacks and a handler.
private final class ElementBridge {
    private let handler: any ElementHandler
    private let parser: XML_Parser

    init(_ handler: any ElementHandler, _ parser: XML_Parser) {
        self.handler = handler
        self.parser = parser
    }

    static func of(_ context: UnsafeMutableRawPointer?) -> ElementBridge {
        Unmanaged.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
    }

    func start(
        _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
        guard let name, let attributes else { return }
        handler.start(ElementName(name), ElementAttributes(attributes))
        if handler.isDone { stop() }
    }

    func end(_ name: UnsafePointer<CChar>?) {
        guard let name else { return }
        handler.end(ElementName(name))
        if handler.isDone { stop() }
    }

    func text(_ text: UnsafePointer<CChar>?, _ count: Int32) {
        guard let text else { return }
        text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
            handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
        }
    }

    func stop() { XML_StopParser(parser, 0) }
}
