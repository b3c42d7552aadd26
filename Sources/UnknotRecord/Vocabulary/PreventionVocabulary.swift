extension Vocabulary {
    /// A small thing that a person does again and again.
    public enum Habit {}
    /// Something that may happen in the hours before a pain begins.
    public enum Trigger {}
}

/// Names a habit.
public typealias HabitID = Identifier<Vocabulary.Habit>
/// Names something that may have happened in the hours before.
public typealias TriggerID = Identifier<Vocabulary.Trigger>
