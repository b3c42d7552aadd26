// The session as a player, one thing at a time. Without this script the same page is a list to read and a form to send.

import * as machine from "./player-machine.js";
import { Awake } from "./player-awake.js";
import { follow, SessionForm } from "./player-form.js";
import { PlayerPartner } from "./player-partner.js";
import { Sound } from "./player-sound.js";
import { clock, Stage } from "./player-stage.js";
import { Store } from "./player-store.js";
import { Voice } from "./player-voice.js";
import { fill } from "./words.js";

/** How often the time is looked at, ms. */
const LOOK = 200;
/** How often what was reached is kept, ms. */
const KEEP = 1000;

class Player {
  /** @type {number | undefined} */
  timer;
  /** What the last look saw, to count down aloud. */
  secondsLeft = 0;
  isSending = false;

  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.items = /** @type {HTMLElement[]} */ ([...root.querySelectorAll("[data-step]")]);
    this.steps = this.items.map(read);
    this.list = machine.phases(this.steps);
    this.form = new SessionForm(/** @type {HTMLFormElement} */ (root.querySelector("[data-form]")));
    this.stage = new Stage(/** @type {HTMLElement} */ (root.querySelector("[data-stage]")), this.items, this.steps);
    this.words = this.stage.words;
    this.store = new Store(root.dataset.key ?? "");
    this.voice = new Voice();
    this.sound = new Sound();
    this.awake = new Awake();
    this.partner = new PlayerPartner(root, {
      pause: () => this.#go(machine.pause(this.state, Date.now())),
      resume: () => { if (!this.root.querySelector("dialog[open]")) this.#go(machine.resume(this.state, Date.now())); },
      say: (text) => this.#say(text),
      keep: () => this.#keep(),
    });
    this.state = machine.fresh(Date.now());
    this.keptAt = 0;
    this.#listen();
    this.#switches();
    this.#restore();
  }

  // What was there before a reload.

  #restore() {
    const kept = this.store.read();
    if (kept) {
      this.form.answers = kept.fields;
      // A plan that has changed since has other steps.
      if (kept.state.at < Math.max(1, this.list.length)) this.state = machine.interrupt(kept.state);
      if (kept.room) void this.partner.join(kept.room);
    }
    this.#render();
    if (this.state.part === "steps") this.#ask("resume");
    if (this.state.part === "unsent") void this.#send();
  }

  #keep() {
    this.keptAt = Date.now();
    this.#write(this.state);
  }

  /** @param {machine.State} state */
  #write(state) {
    this.store.write({ state, fields: this.form.answers, room: this.partner.room });
  }

  // What is said and done when something changes.

  /** @param {machine.State} next */
  #go(next) {
    const former = this.state;
    if (next === former) return;
    this.state = next;
    const hasMoved = next.at !== former.at || next.part !== former.part;
    if (hasMoved) this.#announce(former);
    if (hasMoved || next.since === null || next.seen - this.keptAt >= KEEP) this.#keep();
    this.#render(next.part !== former.part);
    if (next.wasInterrupted && !former.wasInterrupted) this.#ask("resume");
  }

  /** @param {machine.State} former */
  #announce(former) {
    if (this.state.part === "steps") {
      const phase = this.list[this.state.at];
      if (phase.kind === "work" || phase.kind === "stretch") this.sound.play("start");
      else if (former.part === "steps") this.sound.play("end");
      this.#say(this.stage.speech(phase, this.state));
    } else if (this.state.part === "after") {
      this.sound.play(this.state.wasStopped ? "stop" : "end");
      this.#say((this.state.wasStopped ? this.words.sayStopped : this.words.sayOver) ?? "");
    }
  }

  /** Aloud, and for those who have pages read to them. @param {string} text */
  #say(text) {
    this.voice.say(text);
    /** @type {HTMLElement} */ (this.root.querySelector("[data-status]")).textContent = text;
  }

  #look() {
    const now = Date.now();
    const before = this.state;
    const secondsLeft = Math.ceil(machine.left(before, this.list, now) / 1000);
    if (secondsLeft !== this.secondsLeft && secondsLeft > 0 && secondsLeft <= 3) this.sound.play("count");
    this.secondsLeft = secondsLeft;
    this.#go(machine.look(before, this.list, now));
  }

  // What is seen.

  #render(isNew = true) {
    const { part } = this.state;
    if (part === "steps") this.stage.show(this.state, this.list, Date.now());
    const isRunning = part === "steps" && this.state.since !== null;
    this.awake.want(isRunning);
    if (isRunning && !this.timer) this.timer = window.setInterval(() => this.#look(), LOOK);
    if (!isRunning && this.timer) this.timer = void window.clearInterval(this.timer);
    if (!isNew) return;
    this.root.classList.add("is-player");
    this.root.classList.toggle("is-stage", part === "steps");
    for (const element of /** @type {NodeListOf<HTMLElement>} */ (this.root.querySelectorAll("[data-part]"))) {
      element.hidden = !(element.dataset.part ?? "").split(" ").includes(part);
    }
    if (part === "after") this.#fill();
    if (part === "before" && this.state.began === null) return;
    window.scrollTo(0, 0);
    if (part === "steps") this.stage.target.focus();
    else /** @type {HTMLElement} */ (this.root.querySelector(`[data-part~="${part}"] h2`)).focus();
  }

  /** Puts what was done into the form. */
  #fill() {
    this.items.forEach((item, index) => {
      const { ended, seconds } = machine.outcome(this.state, index);
      this.form.put(`session.step.${item.dataset.step}.ended`, ended);
      this.form.put(`session.step.${item.dataset.step}.seconds`, seconds);
    });
    const { began, ended, wasStopped } = this.state;
    this.form.put("session.seconds", began && ended ? Math.round((ended - began) / 1000) : "");
    this.form.put("session.ended", wasStopped ? "stopped" : "finished");
  }

  // What the person does.

  #listen() {
    this.root.addEventListener("click", (event) => this.#click(event));
    this.form.form.addEventListener("change", () => this.#keep());
    this.form.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.state.part === "before") this.#act("begin");
      else void this.#send();
    });
    document.addEventListener("keydown", (event) => this.#key(event));
    document.addEventListener("visibilitychange", () => this.#look());
    window.addEventListener("pagehide", () => {
      if (this.state.since === null) return;
      this.state = machine.pause(this.state, Date.now());
      this.state = { ...this.state, wasInterrupted: true };
      this.#keep();
    });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) this.#restore();
    });
    window.addEventListener("online", () => {
      if (this.state.part === "unsent") void this.#send();
    });
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const target = /** @type {Element} */ (event.target);
    const button = /** @type {HTMLElement | null} */ (target.closest("[data-act]"));
    if (button) return this.#act(button.dataset.act ?? "");
    // Anywhere else on the stage is the large target.
    const isStage = this.state.part === "steps" && target.closest("[data-stage]");
    if (isStage && !target.closest("button, a, summary, dialog, [data-partner-room]")) this.#act("toggle");
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.state.part !== "steps" || this.root.querySelector("dialog[open]")) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isOnButton = event.target instanceof Element && event.target.closest("button, a, summary, input");
    if (event.key === "Escape") this.#act("stop");
    else if (event.key === "ArrowRight") this.#act("skip");
    else if (event.key === " " && !isOnButton) this.#act("toggle");
    else return;
    event.preventDefault();
  }

  /** @param {string} name */
  #act(name) {
    const former = this.state;
    this.sound.wake();
    this.#close();
    this.#do(name, Date.now());
    // A partner's hands rest and go on with the person.
    const { since, part, wasStopped } = this.state;
    const isPaused = former.since !== null && since === null && part === "steps";
    if (isPaused || (wasStopped && !former.wasStopped)) void this.partner.say("stop");
    else if (former.since === null && since !== null) void this.partner.say("resume");
    else if (name === "less") void this.partner.say("less");
  }

  /** @param {string} name @param {number} now */
  #do(name, now) {
    switch (name) {
      case "begin": return this.#go(machine.begin(this.state, this.list, now));
      case "toggle": return this.#go(this.state.since === null ? machine.resume(this.state, now) : machine.pause(this.state, now));
      case "resume": return this.#go(machine.resume(this.state, now));
      case "go": return this.#go(machine.hurry(machine.resume(this.state, now), this.list, now));
      case "less": return this.#less(now);
      case "ease": return this.#ease(now);
      case "skip": return this.#go(machine.skip(machine.resume(this.state, now), this.list, now));
      case "swap": this.#go(machine.pause(this.state, now)); return this.#ask("swap");
      case "stop": return this.#go(machine.stop(this.state, this.list, now));
      case "again": this.store.clear(); return this.#go(machine.fresh(now));
      case "voice": case "sound": return this.#turn(name);
      case "send": return void this.#send();
      case "partner": return void this.partner.open(/** @type {HTMLFormElement} */ (document.querySelector("#change-plan")));
    }
  }

  /** @param {number} now */
  #less(now) {
    const next = machine.less(this.state, this.list);
    const phase = this.list[next.at];
    const isTwice = machine.lowered(next, phase) >= 2;
    this.#go(isTwice ? machine.pause(next, now) : next);
    this.sound.play("lower");
    this.#say(this.stage.pressure(next, phase));
    if (isTwice) this.#ask("less");
  }

  /** Only a touch from here on. @param {number} now */
  #ease(now) {
    this.#go(machine.resume(machine.ease(this.state, this.list, this.steps), now));
    this.#say(this.stage.pressure(this.state, this.list[this.state.at]));
  }

  // Questions in between, and switches.

  /** @param {string} name */
  #ask(name) {
    this.voice.hush();
    const dialog = /** @type {HTMLDialogElement} */ (this.root.querySelector(`[data-dialog="${name}"]`));
    const phase = this.list[this.state.at];
    const where = dialog.querySelector("[data-here]");
    if (where && phase) {
      const seconds = clock(Math.ceil(machine.left(this.state, this.list, Date.now()) / 1000));
      where.textContent = fill(this.words.here, {
        step: String(phase.step + 1), steps: String(this.items.length), what: this.stage.title(phase), left: seconds,
      });
    }
    if (!dialog.open) dialog.showModal();
  }

  #close() {
    for (const dialog of this.root.querySelectorAll("dialog")) if (dialog.open) dialog.close();
  }

  /** @param {"voice" | "sound"} name */
  #turn(name) {
    this.store.switches = { ...this.store.switches, [name]: !this.store.switches[name] };
    this.#switches();
    this.sound.wake();
    if (!this.voice.isOn) this.voice.hush();
  }

  #switches() {
    const { voice, sound } = this.store.switches;
    [this.voice.isOn, this.sound.isOn] = [voice, sound];
    for (const [name, isOn] of Object.entries({ voice, sound })) {
      for (const button of this.root.querySelectorAll(`[data-act="${name}"]`)) button.setAttribute("aria-pressed", String(isOn));
    }
  }

  // The end.

  async #send() {
    if (this.isSending) return;
    this.isSending = true;
    const isNew = this.state.part !== "unsent";
    this.state = { ...this.state, part: "unsent", seen: Date.now() };
    this.#keep();
    this.#fill();
    this.form.put("session.ago", Math.round((Date.now() - (this.state.ended ?? Date.now())) / 1000));
    try {
      const answer = await this.form.send();
      // What was refused stays here, to be put right.
      if (answer.ok) this.store.clear();
      else this.#write({ ...this.state, part: "after" });
      await follow(answer);
    } catch {
      this.#render(isNew || this.root.querySelector('[data-part~="unsent"][hidden]') !== null);
    }
    this.isSending = false;
  }
}

/** What the list says of a step. @param {HTMLElement} item @returns {machine.Step} */
function read(item) {
  const number = (/** @type {string} */ name) => Number(item.dataset[name] ?? 0);
  return {
    seconds: number("seconds"), repetitions: number("repetitions"), rest: number("rest"),
    stretchSeconds: number("stretchSeconds"), stretchRepetitions: number("stretchRepetitions"),
    pressure: number("pressure"), turns: "turns" in item.dataset,
  };
}

const root = document.querySelector("[data-session]");
if (root instanceof HTMLElement) new Player(root);
