// @ts-check
/**
 * Keeps the time of the play. The clock goes on only when every office is idle: each has read its feed to the end and has nothing
 * left to do at this instant. At equal instants the offices act one after the other, in the order of the cast.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { byTime } from './calendar.mjs';

/** An office that still finds something to do after so many rounds of one instant would never be done. */
const MOST_ROUNDS = 40;

/** Every procedure of the play stays within a province, and so do its dossiers. @param {string} one @param {string} other */
function exchange(one, other) {
  const provinceOf = (/** @type {string} */ id) => id.slice(0, id.indexOf('-'));
  return provinceOf(one) === provinceOf(other);
}

/**
 * @typedef {object} Beat something the play itself brings about: a citizen at a counter, a person's decision, a power cut
 * @property {string} at RFC 3339
 * @property {() => Promise<unknown>} [before] before the offices act at this instant
 * @property {() => Promise<void>} [after] when they are idle again; it looks, and does nothing
 */

export class Director {
  /** @type {Beat[]} */
  #beats = [];
  /** Those who may have something new in their feeds. @type {Set<import('./actor.mjs').Actor>} */
  #toRead = new Set();
  /** Acts the offices did, so far. */
  acts = 0;

  /** @param {{ office: import('../journey/office.mjs').Office, actors: readonly import('./actor.mjs').Actor[], now: string, pause: (from: string, to: string) => number, heard: (now: string) => void }} play */
  constructor({ office, actors, now, pause, heard }) {
    this.office = office;
    this.actors = actors;
    this.now = now;
    this.pause = pause;
    this.heard = heard;
  }

  /** @param {readonly Beat[]} beats */
  add(...beats) {
    this.#beats.push(...beats);
    // Stable: what was added first comes first at equal instants.
    this.#beats.sort((a, b) => byTime(a.at, b.at));
  }

  /** Plays until an instant, or until nothing is planned before it. @param {string} end RFC 3339 */
  async playUntil(end) {
    for (;;) {
      const next = this.#nextInstant();
      if (next === null || byTime(next, end) > 0) break;
      await this.#goOnTo(next);
      const due = this.#beats.filter(({ at }) => byTime(at, next) <= 0);
      this.#beats = this.#beats.slice(due.length);
      for (const { before } of due) await before?.();
      await this.settle();
      for (const { after } of due) await after?.();
      this.heard(this.now);
    }
    await this.#goOnTo(end);
    this.stirAll();
    await this.settle();
  }

  /** Lets the offices act until none has anything left to do at this instant. */
  async settle() {
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      await this.#letThemRead();
      const due = this.actors.filter(({ isUp, next }) => isUp && next !== null && byTime(next, this.now) <= 0);
      if (due.length === 0) return;
      for (const actor of due) await this.work(actor);
    }
    throw new Error(`the offices are not idle after ${MOST_ROUNDS} rounds at ${this.now}`);
  }

  /** @param {import('./actor.mjs').Actor} actor */
  async work(actor) {
    const { acts } = await actor.ask({ do: 'work', at: this.now });
    this.acts += acts;
    this.stirred(actor.id);
    this.heard(this.now);
  }

  /** Something was done about a dossier of this office: it and those it exchanges dossiers with may have news. @param {string} id */
  stirred(id) {
    for (const each of this.actors) if (exchange(each.id, id)) this.#toRead.add(each);
  }

  /** Everybody reads what there is, warnings of clocks included, which give nobody anything to do. */
  stirAll() {
    for (const actor of this.actors) this.#toRead.add(actor);
  }

  /** Reading changes nothing for anybody else, so those who may have news read side by side; they act one after the other. */
  async #letThemRead() {
    const readers = [...this.#toRead].filter(({ isUp }) => isUp);
    this.#toRead.clear();
    await Promise.all(readers.map((actor) => actor.ask({ do: 'look', at: this.now })));
  }

  /** @returns {string | null} the next instant at which something is planned */
  #nextInstant() {
    const planned = this.actors.flatMap(({ isUp, next }) => (isUp && next !== null ? [next] : []));
    const [beat] = this.#beats;
    const [first] = [...planned, ...(beat === undefined ? [] : [beat.at])].sort(byTime);
    return first ?? null;
  }

  /** @param {string} instant */
  async #goOnTo(instant) {
    if (byTime(instant, this.now) <= 0) return;
    const ms = this.pause(this.now, instant);
    if (ms > 0) await sleep(ms);
    await this.office.goOnTo(instant);
    this.now = instant;
  }
}
