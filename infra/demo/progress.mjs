// @ts-check
/** So that nobody sits before a silent screen: a line for every half day of the play, and a sign of life between them. */
import { VIETNAM_MS, spoken } from '../journey/days.mjs';
import { measured, plain, silentFor } from './print.mjs';

const SILENT_MS = 1_500;
const NOON_HOUR = 12;

export class Progress {
  /** @type {string | null} */
  #half = null;
  #handedIn = 0;
  /** @type {NodeJS.Timeout | undefined} */
  #timer;
  #now;

  /** @param {{ total: number, acts: () => number, now: string }} of `total` dossiers on the schedule; `acts` of the offices so far */
  constructor({ total, acts, now }) {
    this.total = total;
    this.acts = acts;
    this.#now = now;
  }

  begin() {
    this.#timer = setInterval(() => {
      if (silentFor(SILENT_MS)) measured(`${spoken(this.#now)}: ${this.acts()} việc`, `${this.acts()} acts`);
    }, 500);
  }

  end() {
    clearInterval(this.#timer);
  }

  handedIn() {
    this.#handedIn += 1;
  }

  /** @param {string} now the clock of the play */
  heard(now) {
    this.#now = now;
    const local = new Date(Date.parse(now) + VIETNAM_MS);
    const half = `${local.toISOString().slice(0, 10)} ${local.getUTCHours() < NOON_HOUR ? 'am' : 'pm'}`;
    if (half === this.#half) return;
    this.#half = half;
    plain(
      `  ${spoken(now).padEnd(22)} ${String(this.#handedIn).padStart(3)}/${this.total} hồ sơ · dossiers, ${String(this.acts()).padStart(5)} việc · acts`,
    );
  }
}
