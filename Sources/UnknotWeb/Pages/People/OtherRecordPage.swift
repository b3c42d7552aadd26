import UnknotJournal
import UnknotRecord

/// A form was opened for one person and sent when another one was chosen: whose record is it for?
struct OtherRecordPage: Sendable {
    /// A way to go on, with everything that was filled in.
    struct Way: Sendable {
        let wayAction: String
        let wayLabel: String
        let wayIsFirst: Bool
        let carried: [HiddenField]
    }

    let otherWords: String
    let ways: [Way]

    /// - Parameters:
    ///   - meant: For whom the form was made; nil when their record is not open to the visitor any more.
    ///   - chosen: Who is chosen now.
    ///   - ways: Into whose records it may go.
    ///   - action: Where the form was sent.
    ///   - fields: What was filled in.
    init(
        meant: Person?, chosen: Person?, ways persons: [Person], action: String, fields: [FormFields.Field],
        texts: PageTexts
    ) {
        let names = ["meant": meant?.name.escapable ?? "", "chosen": chosen?.name.escapable ?? ""]
        let key =
            switch (meant, chosen) {
            case (_?, _?): "other_record_both"
            case (_?, nil): "other_record_none_chosen"
            case (nil, _?): "other_record_gone"
            case (nil, nil): "other_record_nobody"
            }
        otherWords = texts(key, names)
        ways = persons.enumerated().map { index, person in
            Way(
                wayAction: action.escapable, wayLabel: texts("other_record_way", ["name": person.name.escapable]),
                wayIsFirst: index == 0,
                carried: ([FormFields.Field(name: RecordGuard.wish, value: person.id.description)] + fields)
                    .map(HiddenField.init))
        }
    }
}
