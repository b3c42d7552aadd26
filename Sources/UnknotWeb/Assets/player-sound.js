// Short tones and, where there is one, the motor of the phone. No sound files.

/** Hz and seconds of each tone. @type {Record<string, [number, number][]>} */
const TONES = {
  start: [[660, 0.18], [880, 0.22]],
  end: [[880, 0.18], [550, 0.3]],
  count: [[660, 0.08]],
  lower: [[440, 0.14]],
  stop: [[330, 0.35]],
};

/** ms of buzzing and quiet. @type {Record<string, number[]>} */
const BUZZES = { start: [120], end: [80, 80, 80], count: [30], lower: [60], stop: [300] };

/** How loud, of 1. */
const LOUDNESS = 0.15;

export class Sound {
  isOn = true;
  /** @type {AudioContext | null} */
  #context = null;

  /** Browsers let a page sound only after a tap: call it in one. */
  wake() {
    if (this.isOn && !this.#context && "AudioContext" in window) this.#context = new AudioContext();
    void this.#context?.resume();
  }

  /** @param {keyof typeof TONES} name */
  play(name) {
    if (!this.isOn) return;
    navigator.vibrate?.(BUZZES[name]);
    const context = this.#context;
    if (!context || context.state !== "running") return;
    let at = context.currentTime;
    for (const [pitch, seconds] of TONES[name]) {
      const tone = context.createOscillator();
      const volume = context.createGain();
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(LOUDNESS, at);
      volume.gain.exponentialRampToValueAtTime(0.001, at + seconds);
      tone.connect(volume).connect(context.destination);
      tone.start(at);
      tone.stop(at + seconds);
      at += seconds;
    }
  }
}
