import Testing

@testable import Runs

@Test(arguments: [
    ("a/b", "a", "b"), ("a", "", "a"), ("/a", "/", "a"), ("a/b/", "a", "b"), ("", "", ""),
    ("a//b", "a", "b"), ("/", "/", ""), ("æ/ø", "æ", "ø"), ("../Reports", "..", "Reports"),
])
func aPathIsTakenApart(path: String, folder: String, name: String) {
    #expect(path.parentFolder == folder)
    #expect(path.lastName == name)
}
