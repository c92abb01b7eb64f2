/** An alert told step by step, for specs: what was seen of it, what time brought, what people tried. */
import { agencyIdSchema, officerIdSchema } from '../kernel/ids.js';
import { LEGAL, vn } from '../testing/office-directory.js';
import type { Instant } from '../time/instant.js';
import type { Alert, AlertPerson, ChainLink, LevelCounts } from './alert.js';
import { NO_MEMBERS } from './alert.js';
import type { AlertActor, AlertEvent, AlertFact } from './alert-events.js';
import type { AlertRefusal } from './alert-refusal.js';
import { decideAlert, observeAlert, openAlert, tickAlert } from './decide-alert.js';
import type { AlertCommand, Observation } from './decide-alert.js';
import { escalatesOn } from './escalation.js';
import { evolveAlert } from './evolve-alert.js';
import type { AlertLevel, CommonCause } from './ground.js';

export const agency = (id: string) => agencyIdSchema.parse(id);
const CAUSE: CommonCause = {
  ...{ rule: 'clockRunsOut', cause: 'holderSlow', decision: 'hurry', system: null, about: null },
  owner: { kind: 'agency', agencyId: agency('dong-hai') },
};
const CHAIN: readonly ChainLink[] = [
  { stage: 'unit', agencies: [agency('dong-hai')] },
  { stage: 'commune', agencies: [agency('dong-hai-leaders')] },
  { stage: 'province', agencies: [agency('hai-phong')] },
];
/** An hour for the unit, two for the commune. */
const escalatesAt = escalatesOn(LEGAL, { unit: 60, commune: 120, province: 120 });
export const LAN: AlertPerson = { officerId: officerIdSchema.parse('lan'), agencyId: agency('dong-hai') };
export const MINH: AlertPerson = { officerId: officerIdSchema.parse('minh'), agencyId: agency('hai-phong') };

export const of = (level: AlertLevel, count = 1): LevelCounts => ({ ...NO_MEMBERS, [level]: count });
export const joins = (level: AlertLevel, count = 1): Observation => ({ ...QUIET, joined: of(level, count) });
export const rises = (from: AlertLevel, to: AlertLevel): Observation => ({
  ...QUIET,
  changed: { before: of(from), after: of(to), told: 1 },
});
export const leaves = (level: AlertLevel, why: Observation['left']['why'], count = 1): Observation => ({
  ...QUIET,
  left: { left: of(level, count), why },
});
export const QUIET: Observation = {
  joined: NO_MEMBERS,
  again: 0,
  changed: { before: NO_MEMBERS, after: NO_MEMBERS, told: 0 },
  left: { left: NO_MEMBERS, why: {} },
};

/** An alert and what was written of it. */
export class Told {
  readonly events: AlertEvent[] = [];
  private constructor(public alert: Alert) {}

  static opened(at: string, joined = of('warning')): Told {
    const now = vn(at);
    const fact = openAlert(CAUSE, joined, { chain: CHAIN, escalatesAt, now });
    const event: AlertEvent = { ...fact, alertId: 'a1', at: now, actor: { kind: 'engine' } };
    const told = new Told(evolveAlert(null, event));
    told.events.push(event);
    return told;
  }

  sees(at: string, seen: Observation): this {
    return this.write(observeAlert(this.alert, seen, { escalatesAt, now: vn(at) }), vn(at), { kind: 'engine' });
  }

  ticks(at: string): this {
    return this.write(tickAlert(this.alert, { escalatesAt, now: vn(at) }), vn(at), { kind: 'engine' });
  }

  tries(at: string, by: AlertPerson, command: AlertCommand): AlertRefusal | this {
    const facts = decideAlert(this.alert, command, { by, now: vn(at), escalatesAt });
    return 'refused' in facts ? facts : this.write(facts, vn(at), { kind: 'person', ...by });
  }

  kinds(): readonly string[] {
    return this.events.map(({ kind }) => kind);
  }

  private write(facts: readonly AlertFact[], at: Instant, actor: AlertActor): this {
    for (const fact of facts) {
      const event: AlertEvent = { ...fact, alertId: 'a1', at, actor };
      this.events.push(event);
      this.alert = evolveAlert(this.alert, event);
    }
    return this;
  }
}
