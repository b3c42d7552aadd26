// What comes when in a session, and where one is: values and functions only, no page and no clock of its own.
// Moments are milliseconds since 1970, lengths of phases are seconds. Nothing counts ticks: what has passed follows from
// when it began.

/**
 * What is to be done in one step.
 * @typedef {object} Step
 * @property {number} seconds of one repetition
 * @property {number} repetitions
 * @property {number} rest seconds between repetitions
 * @property {number} stretchSeconds 0 for none
 * @property {number} stretchRepetitions
 * @property {number} pressure highest, 0 when nothing is pressed
 * @property {boolean} turns whether it is on the other side than the one before
 *
 * @typedef {object} Phase
 * @property {"ready" | "work" | "rest" | "stretch"} kind
 * @property {number} step
 * @property {number} round from 1
 * @property {number} rounds
 * @property {number} seconds
 *
 * @typedef {object} State
 * @property {"before" | "steps" | "after" | "unsent"} part
 * @property {number} at the phase
 * @property {number} spent ms of it that passed before `since`
 * @property {number | null} since when it runs since; null while it is paused
 * @property {number} seen when it was last looked at
 * @property {number | null} began
 * @property {number | null} ended
 * @property {boolean} wasStopped whether the person stopped it
 * @property {boolean} wasInterrupted whether it was paused by a gap, not by the person
 * @property {Record<string, number>} lowered how often Less was said in a step or its stretch
 * @property {Record<number, "skipped" | "stopped">} how steps that were not done to their end
 * @property {Record<number, number>} worked ms of work and stretch in each step
 */

/** Seconds to get ready. */
export const READY = 20;
/** Seconds to get ready on the other side. */
export const TURN = 30;
/** ms without a look after which one was somewhere else: a call, a closed lid. */
export const GAP = 10000;

/** @param {readonly Step[]} steps @returns {Phase[]} */
export function phases(steps) {
  return steps.flatMap((step, index) => {
    const list = [{ kind: "ready", step: index, round: 1, rounds: 1, seconds: step.turns ? TURN : READY }];
    for (let round = 1; round <= step.repetitions; round += 1) {
      list.push({ kind: "work", step: index, round, rounds: step.repetitions, seconds: step.seconds });
      if (step.rest > 0 && round < step.repetitions) {
        list.push({ kind: "rest", step: index, round, rounds: step.repetitions, seconds: step.rest });
      }
    }
    for (let round = 1; round <= (step.stretchSeconds > 0 ? step.stretchRepetitions : 0); round += 1) {
      list.push({ kind: "stretch", step: index, round, rounds: step.stretchRepetitions, seconds: step.stretchSeconds });
    }
    return /** @type {Phase[]} */ (list);
  });
}

/** @param {number} now @returns {State} */
export function fresh(now) {
  return {
    part: "before", at: 0, spent: 0, since: null, seen: now, began: null, ended: null, wasStopped: false,
    wasInterrupted: false, lowered: {}, how: {}, worked: {},
  };
}

/** From the first rating to the first step. @param {State} state @param {readonly Phase[]} list @param {number} now @returns {State} */
export function begin(state, list, now) {
  const part = list.length > 0 ? "steps" : "after";
  return { ...state, part, at: 0, spent: 0, since: now, seen: now, began: now };
}

/** ms that have passed in the phase. @param {State} state @param {number} now */
export function spent(state, now) {
  return state.spent + (state.since === null ? 0 : Math.max(0, now - state.since));
}

/** ms that are left in the phase. @param {State} state @param {readonly Phase[]} list @param {number} now */
export function left(state, list, now) {
  return Math.max(0, (list[state.at]?.seconds ?? 0) * 1000 - spent(state, now));
}

/** Where one is at a moment. A long gap since the last look pauses where one was then. @param {State} state @param {readonly Phase[]} list @param {number} now @returns {State} */
export function look(state, list, now) {
  if (state.part !== "steps" || state.since === null) return state;
  if (now - state.seen > GAP) return interrupt(state);
  let next = { ...state, seen: now };
  while (next.part === "steps" && next.since !== null) {
    const over = spent(next, now) - list[next.at].seconds * 1000;
    if (over < 0) return next;
    next = enter(worked(next, list, list[next.at].seconds * 1000), list, next.at + 1, now - over, now);
  }
  return next;
}

/** Paused where one was seen last. @param {State} state @returns {State} */
export function interrupt(state) {
  if (state.part !== "steps" || state.since === null) return state;
  return { ...state, spent: spent(state, state.seen), since: null, wasInterrupted: true };
}

/** @param {State} state @param {number} now @returns {State} */
export function pause(state, now) {
  if (state.since === null) return state;
  return { ...state, spent: spent(state, now), since: null, seen: now };
}

/** @param {State} state @param {number} now @returns {State} */
export function resume(state, now) {
  if (state.part !== "steps" || state.since !== null) return state;
  return { ...state, since: now, seen: now, wasInterrupted: false };
}

/** Whoever is ready sooner begins sooner. @param {State} state @param {readonly Phase[]} list @param {number} now @returns {State} */
export function hurry(state, list, now) {
  return list[state.at]?.kind === "ready" ? enter(state, list, state.at + 1, now, now) : state;
}

/** On to the next step. @param {State} state @param {readonly Phase[]} list @param {number} now @returns {State} */
export function skip(state, list, now) {
  if (state.part !== "steps") return state;
  const step = list[state.at].step;
  // Who leaves out the stretch has done the work.
  const how = isWorkDone(state, list) ? state.how : { ...state.how, [step]: /** @type {const} */ ("skipped") };
  const next = list.findIndex((phase) => phase.step > step);
  return enter({ ...worked(state, list, spent(state, now)), how }, list, next < 0 ? list.length : next, now, now);
}

/** At once to the end. @param {State} state @param {readonly Phase[]} list @param {number} now @returns {State} */
export function stop(state, list, now) {
  if (state.part !== "steps") return state;
  const over = worked(state, list, spent(state, now));
  const how = { ...state.how };
  const { step } = list[state.at];
  // What had not begun was not stopped: it tells nothing about the technique.
  if ((over.worked[step] ?? 0) > 0) how[step] = "stopped";
  list.slice(state.at).forEach((phase) => { how[phase.step] ??= "skipped"; });
  return { ...over, how, part: "after", since: null, seen: now, ended: now, wasStopped: true };
}

/** A point less of pressure in this step. @param {State} state @param {readonly Phase[]} list @returns {State} */
export function less(state, list) {
  if (state.part !== "steps") return state;
  return { ...state, lowered: { ...state.lowered, [part(list[state.at])]: lowered(state, list[state.at]) + 1 } };
}

/** Down to a touch. @param {State} state @param {readonly Phase[]} list @param {readonly Step[]} steps @returns {State} */
export function ease(state, list, steps) {
  const phase = list[state.at];
  const times = Math.max(lowered(state, phase), steps[phase.step].pressure);
  return { ...state, lowered: { ...state.lowered, [part(phase)]: times } };
}

/** How often Less was said in what a phase belongs to. @param {State} state @param {Phase} phase */
export function lowered(state, phase) {
  return state.lowered[part(phase)] ?? 0;
}

/** The pressure that is left, never under 1; 0 where nothing is pressed. @param {State} state @param {readonly Step[]} steps @param {Phase} phase */
export function pressure(state, steps, phase) {
  const { pressure: most } = steps[phase.step];
  return most === 0 || phase.kind === "stretch" ? 0 : Math.max(1, most - lowered(state, phase));
}

/** A stretch is lightened apart from the work before it. @param {Phase} phase */
function part(phase) {
  return phase.kind === "stretch" ? `${phase.step} stretch` : String(phase.step);
}

/** How a step ended and how long it was worked on, in whole seconds. @param {State} state @param {number} step */
export function outcome(state, step) {
  return { ended: state.how[step] ?? "done", seconds: Math.round((state.worked[step] ?? 0) / 1000) };
}

/** @param {State} state @param {readonly Phase[]} list */
function isWorkDone(state, list) {
  const { step } = list[state.at];
  return !list.slice(state.at).some((phase) => phase.step === step && phase.kind === "work");
}

/** @param {State} state @param {readonly Phase[]} list @param {number} ms @returns {State} */
function worked(state, list, ms) {
  const { kind, step } = list[state.at];
  if (kind !== "work" && kind !== "stretch") return state;
  return { ...state, worked: { ...state.worked, [step]: (state.worked[step] ?? 0) + ms } };
}

/** @param {State} state @param {readonly Phase[]} list @param {number} at @param {number} from when the phase began @param {number} now @returns {State} */
function enter(state, list, at, from, now) {
  const isOver = at >= list.length;
  // Whoever pauses stays paused in what comes next.
  const since = isOver || state.since === null ? null : from;
  return {
    ...state, at: isOver ? state.at : at, spent: 0, since, seen: now, part: isOver ? "after" : "steps",
    ended: isOver ? now : null, wasInterrupted: false,
  };
}
