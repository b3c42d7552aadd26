// Speaks with voices of the machine. A voice that speaks through a server of somebody else is never used: what a
// person does about a knot is nobody's business.

export class Voice {
  isOn = true;

  constructor() {
    this.speech = "speechSynthesis" in window ? window.speechSynthesis : null;
    this.language = document.documentElement.lang || "en";
  }

  /** A voice of this machine in the language of the page. */
  #voice() {
    const own = (this.speech?.getVoices() ?? []).filter((voice) => voice.localService);
    return own.find((voice) => voice.lang.toLowerCase().startsWith(this.language.toLowerCase()));
  }

  /** What is being said is cut off: what is new counts. @param {string} text */
  say(text) {
    if (!this.isOn || !text || !this.speech) return;
    const voice = this.#voice();
    if (!voice) return;
    this.speech.cancel();
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    this.speech.speak(words);
  }

  hush() {
    this.speech?.cancel();
  }
}
