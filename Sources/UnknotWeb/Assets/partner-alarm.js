// What a partner hears and feels: a short tone for a word, a loud double tone and shaking for Stop.

export class Alarm {
  /** @type {AudioContext | undefined} */
  #audio;
  /** Browsers let a page sound and shake only after somebody touched it. */
  isTouched = false;
  isOn = true;

  /** To be called while a touch is handled. */
  touch() {
    this.isTouched = true;
    this.#ready();
  }

  #ready() {
    if (!("AudioContext" in window)) return undefined;
    this.#audio ??= new AudioContext();
    if (this.#audio.state === "suspended") this.#audio.resume().catch(() => undefined);
    return this.#audio;
  }

  stop() {
    this.#shake([500, 120, 500, 120, 500]);
    for (let burst = 0; burst < 3; burst += 1) {
      this.#tone(880, burst * 0.5, 0.22, 0.7);
      this.#tone(620, burst * 0.5 + 0.24, 0.22, 0.7);
    }
  }

  word() {
    this.#shake([120]);
    this.#tone(520, 0, 0.16, 0.3);
  }

  /** The time of a press or a rest is over. */
  time() {
    this.#shake([80, 80, 80]);
    this.#tone(440, 0, 0.12, 0.3);
    this.#tone(660, 0.16, 0.2, 0.3);
  }

  /** @param {number[]} pattern ms */
  #shake(pattern) {
    if (this.isTouched) navigator.vibrate?.(pattern);
  }

  /** @param {number} pitch in Hz @param {number} after s @param {number} length s @param {number} loudness 0 to 1 */
  #tone(pitch, after, length, loudness) {
    if (!this.isOn || !this.#audio || this.#audio.state !== "running") return;
    const start = this.#audio.currentTime + after;
    const tone = this.#audio.createOscillator();
    const volume = this.#audio.createGain();
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loudness, start + 0.02);
    volume.gain.linearRampToValueAtTime(0, start + length);
    tone.connect(volume).connect(this.#audio.destination);
    tone.start(start);
    tone.stop(start + length);
  }
}
