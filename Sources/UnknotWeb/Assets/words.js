// What is marked in words. The words themselves come from the page.

/** @typedef {import("./drawing.js").Feeling} Feeling */

export class Words {
  /** How many places the sentence names. */
  static named = 3;

  /** @param {HTMLElement} sentence holds the patterns @param {Map<string, string>} names of places @param {Map<string, string>} kinds */
  constructor(sentence, names, kinds) {
    this.patterns = sentence.dataset;
    this.names = names;
    this.kinds = kinds;
  }

  /** One place with what was said of it. @param {string} place @param {Feeling} [feeling] */
  place(place, feeling) {
    const name = this.names.get(place) ?? place;
    if (!feeling) return name;
    const kinds = feeling.kinds.map((kind) => (this.kinds.get(kind) ?? kind).toLowerCase());
    const isStrong = feeling.intensity !== null;
    const key = isStrong ? (kinds.length ? "strongFelt" : "strong") : kinds.length ? "felt" : "place";
    return fill(this.patterns[key], { place: name, number: String(feeling.intensity), kinds: this.#joined(kinds) });
  }

  /** The whole drawing, the strongest pain first. @param {import("./drawing.js").Marks} marks */
  sentence(marks) {
    if (marks.size === 0) return this.patterns.none ?? "";
    const strongest = [...marks].sort(([, one], [, other]) => (other.intensity ?? -1) - (one.intensity ?? -1));
    const places = strongest.slice(0, Words.named).map(([place, feeling]) => this.place(place, feeling)).join("; ");
    const rest = strongest.length - Words.named;
    const text = rest > 0 ? fill(this.patterns.more, { places, count: String(rest) }) : places;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  }

  /** @param {string[]} items */
  #joined(items) {
    return items.length < 2 ? items.join("") : items.slice(0, -1).join(", ") + this.patterns.and + items.at(-1);
  }
}

/** Puts values in for names in braces. @param {string | undefined} pattern @param {Record<string, string>} values */
export function fill(pattern, values) {
  return (pattern ?? "").replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
}
