/** When a limit in calendar days was held up by outages: it rests on the days that were so from midnight to midnight (ADR 0028). */
import { legalRests } from '../sla/legal-clock.js';
import { limitIsHeldUp } from '../sla/required-systems.js';
import type { Stretch } from '../sla/clock.js';
import { isCalendarDays } from '../time/duration.js';
import { wholeDaysIn } from '../sla/whole-days.js';
import type { Minute } from '../time/instant.js';
import type { DossierFile, Rules } from './file.js';

/** Noted down while a journal is folded: from when to when the limit would have run and could not. */
export class HeldLimit {
  private readonly stretches: Stretch[] = [];
  private since: Minute | null = null;
  private now = Number.NEGATIVE_INFINITY as Minute;

  /** At a fact of a party or a turn; what was found out later says nothing of the time. */
  note(file: DossierFile, happenedAt: Minute, rules: Rules): void {
    const { dossier, clocks } = file;
    this.now = happenedAt;
    const inDays = isCalendarDays(dossier.pin.limit);
    const lives = inDays && clocks.some(({ kind, status }) => kind === 'legal' && status !== 'stopped');
    const held = lives && limitIsHeldUp(dossier, rules.procedure) && !legalRests(dossier, rules);
    if (held) this.since ??= this.reopened();
    else this.close();
  }

  /** Up to the end of what was folded. */
  days(): readonly Stretch[] {
    this.close();
    return this.stretches.flatMap(wholeDaysIn);
  }

  /** A stretch that ended in this very minute goes on. */
  private reopened(): Minute {
    const last = this.stretches.at(-1);
    if (last?.to !== this.now) return this.now;
    this.stretches.pop();
    return last.from;
  }

  private close(): void {
    if (this.since !== null && this.since < this.now) this.stretches.push({ from: this.since, to: this.now });
    this.since = null;
  }
}
