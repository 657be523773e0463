import Basics

/// A member of an invented family.
struct Person: Sendable {
    enum Role: String, Sendable {
        case mother = "mor"
        case father = "far"
        case child = "barn"
    }

    /// Unique over all families, and made of the case's identifier.
    var identifier: String
    var role: Role
    /// Known of children only.
    var birth: CalendarDate?
    /// Completed weeks of gestation; 40 where nobody was born early.
    var gestationWeeks = 40
    var course: Course

    /// Completed years on a day; 99 where no birth date is known.
    func age(on day: CalendarDate) -> Int {
        birth?.completedYears(to: day) ?? 99
    }
}
