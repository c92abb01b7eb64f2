/** What the fold says of clocks at a minute, in the words of the minute walker. For specs. */
import type { Calendar } from '../calendar/calendar.js';
import type { DossierFile } from '../dossier/file.js';
import { isFinal } from '../procedure/phase.js';
import { minuteOf, plusMinutes } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import type { Clock } from './clock.js';
import type { Told } from './journeys.fixture.js';
import type { Finding } from './oracle/walked-clock.js';
import { warningInstant } from './rungs/rung-instants.js';

/** The minute up to which a journey is looked at: nothing counts any more after the end of the dossier. */
export function untilOf(told: Told, { dossier }: DossierFile, minutes: number): Minute {
  const last = minuteOf(told.events.at(-1)?.occurredAt ?? dossier.lastFactAt);
  return isFinal(dossier.phase) ? last : plusMinutes(last, minutes);
}

const come = (instant: Minute | null, until: Minute): Minute | null =>
  instant !== null && instant <= until ? instant : null;

/** What the fold says of a clock at a minute. */
export function said(clock: Clock, until: Minute, legal: Calendar): Finding {
  const { id, epoch, stoppedAt, outcome } = clock;
  const from =
    clock.runningSince !== null && clock.runningSince > clock.countsFrom ? clock.runningSince : clock.countsFrom;
  const running = clock.status === 'running';
  return {
    id,
    epoch,
    used: clock.used + (running && from < until ? legal.workBetween(from, until) : 0),
    due: running ? come(clock.dueAt, until) : null,
    breach: come(clock.breachFiresAt, until),
    half: running && clock.budget.unit === 'work' ? come(warningInstant(clock, 50, legal), until) : null,
    stopped: stoppedAt,
    outcome,
    provisional: clock.status === 'paused' ? null : clock.certainty === 'provisional',
  };
}

/** What the walker found, where the fold says anything: due and warning only while a clock runs. */
export function comparable(finding: Finding, clocks: readonly Clock[]): Finding {
  const running = clocks.some(({ id, status }) => id === finding.id && status === 'running');
  return running ? finding : { ...finding, due: null, half: null };
}

export const byId = (findings: readonly Finding[]): Record<string, Finding> =>
  Object.fromEntries(findings.map((row) => [row.id, row]));
