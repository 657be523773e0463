extension FindingCode {
    /// Every code there is; `explain` and the reference page read this list.
    public static let all: [FindingCode] =
        loading + running + intake + shapes + scoring + outcomes + budgets + commands
}
