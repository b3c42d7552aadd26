// What is marked, with undo and redo. Knows nothing of the page.

/**
 * How the pain of one place is, as far as it was said.
 * @typedef {Readonly<{ intensity: number | null, kinds: readonly string[] }>} Feeling
 * @typedef {ReadonlyMap<string, Feeling>} Marks by place, as "region side"
 */

/** @type {Feeling} */
const unsaid = Object.freeze({ intensity: null, kinds: Object.freeze([]) });

/** Dispatches `change` after every change of what is marked or selected. */
export class Drawing extends EventTarget {
  /** @type {Marks} */ #marks = new Map();
  /** @type {Marks[]} */ #past = [];
  /** @type {Marks[]} */ #future = [];
  /** @type {readonly string[]} */ #selected = [];

  /** @param {Marks} marks what is marked to begin with */
  constructor(marks) {
    super();
    this.#marks = marks;
  }

  get marks() { return this.#marks; }
  /** The places that the panel speaks of. */
  get selected() { return this.#selected; }
  get canUndo() { return this.#past.length > 0; }
  get canRedo() { return this.#future.length > 0; }

  /** @param {string} place */
  has(place) { return this.#marks.has(place); }

  /** Marks places and selects them. @param {readonly string[]} places */
  mark(places) {
    const next = new Map(this.#marks);
    for (const place of places) if (!next.has(place)) next.set(place, unsaid);
    this.#selected = places;
    this.#commit(next);
  }

  /** @param {readonly string[]} places */
  unmark(places) {
    const next = new Map(this.#marks);
    for (const place of places) next.delete(place);
    this.#commit(next);
  }

  /** @param {string} place */
  toggle(place) {
    if (this.has(place)) this.unmark([place]);
    else this.mark([place]);
  }

  /** Says how strong the pain of places is; marks them. @param {readonly string[]} places @param {number | null} intensity */
  setIntensity(places, intensity) {
    this.#feel(places, (feeling) => ({ ...feeling, intensity }));
  }

  /** Adds or takes away a kind of pain. @param {readonly string[]} places @param {string} kind @param {boolean} isFelt */
  setKind(places, kind, isFelt) {
    this.#feel(places, (feeling) => {
      const others = feeling.kinds.filter((other) => other !== kind);
      return { ...feeling, kinds: isFelt ? [...others, kind] : others };
    });
  }

  /** @param {readonly string[]} places */
  select(places) {
    this.#selected = places;
    this.#tell();
  }

  undo() { this.#step(this.#past, this.#future); }
  redo() { this.#step(this.#future, this.#past); }

  /** @param {readonly string[]} places @param {(feeling: Feeling) => Feeling} change */
  #feel(places, change) {
    const next = new Map(this.#marks);
    for (const place of places) next.set(place, change(next.get(place) ?? unsaid));
    this.#commit(next);
  }

  /** @param {Marks[]} from @param {Marks[]} to */
  #step(from, to) {
    const marks = from.pop();
    if (!marks) return;
    to.push(this.#marks);
    this.#marks = marks;
    this.#tell();
  }

  /** @param {Marks} next */
  #commit(next) {
    if (!isSame(next, this.#marks)) {
      this.#past.push(this.#marks);
      this.#future = [];
      this.#marks = next;
    }
    this.#tell();
  }

  #tell() {
    this.#selected = this.#selected.filter((place) => this.#marks.has(place));
    this.dispatchEvent(new Event("change"));
  }
}

/** @param {Marks} one @param {Marks} other */
function isSame(one, other) {
  return JSON.stringify([...one]) === JSON.stringify([...other]);
}
