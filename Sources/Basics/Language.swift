/// A language that every label, sentence, number and date can be written in.
public enum Language: String, Sendable, Hashable, CaseIterable {
    case danish = "da"
    case english = "en"
}

/// A label or a sentence in every language.
public struct LocalizedText: Sendable, Hashable {
    public var danish: String
    public var english: String

    /// Makes a text of its Danish and English wording.
    public init(da danish: String, en english: String) {
        self.danish = danish
        self.english = english
    }

    /// Makes a text that reads the same in every language, such as a name.
    public init(same text: String) {
        self.init(da: text, en: text)
    }

    /// The wording in one language.
    public subscript(_ language: Language) -> String {
        switch language {
        case .danish: danish
        case .english: english
        }
    }
}
