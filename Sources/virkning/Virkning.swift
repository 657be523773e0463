import VirkningCommands

@main
enum Virkning {
    static func main() { VirkningCommand.start() }
}
