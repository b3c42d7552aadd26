import Unknot
import UnknotJournal

/// What pages about a journal are made from: the words, the person's settings, and what time it is where they are.
struct RecordKit: Sendable {
    let kit: PageKit
    let preferences: PreferencesRecord
    let zone: LocalZone
    let now: Moment

    var texts: PageTexts { kit.texts }
    var atlas: Atlas { kit.engine.atlas }
    var dates: DateWords { DateWords(texts: kit.texts, clock: preferences.clock) }
    var today: LocalDay { LocalDay(of: now, in: zone) }

    /// The name of a point on a side: its muscle, and a number where the muscle has several points.
    func name(of point: PointID, _ side: BodySide) -> String {
        guard let known = atlas.point(point) else { return point.rawValue.escapable }
        let same = atlas.points.filter { $0.muscle == known.muscle }
        let number = same.firstIndex { $0.id == point }.map { String($0 + 1) } ?? ""
        return texts(
            same.count > 1 ? "knot_name_numbered" : "knot_name",
            [
                "muscle": kit.engine.text.muscle(known.muscle), "side": kit.engine.text.side(side), "number": number,
            ]
        ).capitalizedFirst
    }

    /// Where on the skin a point lies, as "right beside the spine".
    func place(of point: PointID, _ side: BodySide) -> String? {
        kit.placeName(of: point, side)
    }

    /// A number as people read it.
    func number(_ value: Double) -> String { NumberText.short(value) }
}
