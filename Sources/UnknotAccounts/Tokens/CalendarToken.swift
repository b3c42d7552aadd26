public import UnknotRecord

/// Names, in the address at which calendars get a person's reminders, whose they are, and proves that the address was
/// given out. Only its digest is kept, beside the list.
public typealias CalendarToken = SecretToken<Vocabulary.Person>
