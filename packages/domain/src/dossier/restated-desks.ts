/** Closures of desks that a restatement has told: from then on they count for the minutes before it too. */
import type { Instant } from '../time/instant.js';
import type { DossierEvent } from './events.js';
import { DESK } from './evolve-restated.js';
import type { Rules } from './file.js';

/** The rules with the closures of these agencies as they were known then, at the latest. */
export function knowingDesks(rules: Rules, told: ReadonlyMap<string, Instant>): Rules {
  if (told.size === 0) return rules;
  return {
    ...rules,
    desk: (agencyId, knownAt) => {
      const restatedAt = told.get(agencyId);
      const isLater = restatedAt !== undefined && knownAt !== undefined && restatedAt > knownAt;
      return rules.desk(agencyId, isLater ? restatedAt : knownAt);
    },
  };
}

/** The rules as the restatements of this journal leave them. */
export function withDesksRestated(events: readonly DossierEvent[], rules: Rules): Rules {
  const told = new Map<string, Instant>();
  for (const event of events) {
    if (event.type !== 'dossier.calendarRestated.v1' || !event.data.calendar.startsWith(DESK)) continue;
    told.set(event.data.calendar.slice(DESK.length), event.recordedAt);
  }
  return knowingDesks(rules, told);
}
