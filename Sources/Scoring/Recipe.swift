import Model

/// How one scale is worked out for one informant: plain numbers, ready to run.
struct Recipe {
    /// What happens when answers are missing.
    enum Completion {
        case allRequired
        case prorateHalfUp(atLeast: Int)
        case prorateExact(atLeast: Int)
        case answered(atLeast: Int)
        case adjust(omitted: Int, nearCutOff: Int)
    }

    var areScales = false
    var isMean = false
    /// Where the parts stand in the plan's table, and how many there are.
    var first = 0
    var count = 0
    /// Where the spans that cover all parts stand in the plan's table, and how many there are; 0
    /// where parts are taken one by one.
    var firstSpan = 0
    var spanCount = 0
    /// The item that the first of them starts with.
    var firstItem = 0
    /// How many of them a file has.
    var present = 0
    var completion = Completion.allRequired
    var times = 1
    /// Where the recoded answers stand in the plan's table, or -1.
    var recode = -1
    var recodeCount = 0
    var highestAnswer = Int16.max
    /// The item of the total, or -1.
    var total = -1
    /// The item of the score as the file gives it, or -1.
    var elseTotal = -1
    /// The item that may settle the score, or -1.
    var gate = -1
    var gateAnswer: Int16 = 0
    var gateScore = 0
    /// Where the marks stand in the plan's table, and what one is worth; 0 where there are none.
    var firstMark = 0
    var markPoints = 0
}

/// One part of a recipe: an item's place, and what its answer counts for.
struct Part {
    /// Index of the item or scale.
    var index: Int32
    /// What the answer is added to.
    var offset: Int32
    /// −1 where the item counts from the other end.
    var sign: Int32
}

/// What a recipe gives for one row.
struct Outcome {
    var numerator = 0
    /// 0 where there is no score.
    var denominator = 0
    var answered = 0
    var isProrated = false
    var reason = UnscoredReason.answersMissing
}
