/** An opinion that arrives behind other facts: what the limit did since it was given (DESIGN 4.8). */
import { minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import type { Clock, Stretch } from './clock.js';
import type { Moment } from './moment.js';

const FOREVER = Number.POSITIVE_INFINITY as Minute;

const laterOf = (a: Minute, b: Minute): Minute => (a > b ? a : b);

/** The opinion that ended the wait of the limit before the dossier's last known fact; null for every other fact. */
function lateOpinion({ before, event, rules }: Moment): string | null {
  if (event.type !== 'dossier.consultationAnswered.v1' || before === null) return null;
  const { consultation } = event.data;
  const rule = rules.procedure.consultations.find(({ key }) => key === consultation);
  const isBehind = minuteOf(event.occurredAt) < minuteOf(before.lastFactAt);
  return rule?.pausesLegalClock === true && isBehind ? `consultation:${consultation}` : null;
}

/** The whole life of a clock, open at its end while it lives. */
const lifeOf = ({ startedAt, stoppedAt }: Clock): Stretch => ({ from: startedAt, to: stoppedAt ?? FOREVER });

/** When the dossier was suspended since the opinion was asked for: a consultation's clock rests then and only then. */
function suspensions({ startedAt, stretches, runningSince }: Clock): readonly Stretch[] {
  const ran = [...stretches, ...(runningSince === null ? [] : [{ from: runningSince, to: FOREVER }])];
  const ends = ran.map(({ to }) => to);
  const gaps = ran.map(({ from }, i) => ({ from: ends[i - 1] ?? startedAt, to: from }));
  return [...gaps, { from: ends.at(-1) ?? startedAt, to: FOREVER }].filter(({ from, to }) => from < to);
}

/** Every time at which the limit had another reason to rest, told by the clocks beside it. */
function otherRests(opinion: Clock, { clocks, rules }: Moment): readonly Stretch[] {
  const { supplement, payment, consultations } = rules.procedure;
  const pausing = consultations.filter((rule) => rule.pausesLegalClock).map(({ key }) => `consultation:${key}`);
  const waits = clocks.filter(
    ({ id, kind }) =>
      (kind === 'supplement' && supplement.policy !== 'run') ||
      (kind === 'payment' && payment?.pausesLegalClock === true) ||
      (id !== opinion.id && pausing.includes(id)),
  );
  return [...suspensions(opinion), ...waits.map(lifeOf)];
}

/** What is left of the time from `from` on when the rests are taken out. */
function between(rests: readonly Stretch[], from: Minute): readonly Stretch[] {
  const ran: Stretch[] = [];
  let free = from;
  for (const rest of [...rests].sort((a, b) => a.from - b.from)) {
    if (rest.from > free) ran.push({ from: free, to: rest.from });
    free = laterOf(free, rest.to);
  }
  return free === FOREVER ? ran : [...ran, { from: free, to: FOREVER }];
}

/**
 * The legal clock after an opinion learnt late: it ran again from the minute the opinion was given, but for what else it had to
 * wait for, up to today or to its end. Null where the fact is no such opinion. Exact, and whatever came between keeps its place:
 * the facts give the same clock in whatever order they are learnt. Pure.
 */
export function ranSinceLateOpinion(legal: Clock, moment: Moment): Clock | null {
  const id = lateOpinion(moment);
  const opinion = moment.clocks.find((clock) => clock.id === id);
  if (opinion === undefined) return null;
  const end = legal.stoppedAt ?? FOREVER;
  const ran = between(otherRests(opinion, moment), laterOf(moment.at, legal.startedAt))
    .map(({ from, to }) => ({ from, to: to < end ? to : end }))
    .filter(({ from, to }) => from < to);
  const closed = ran.filter(({ to }) => to !== FOREVER);
  const stretches = [...legal.stretches, ...closed];
  if (legal.status === 'stopped') return { ...legal, stretches };
  const runningSince = ran.find(({ to }) => to === FOREVER)?.from ?? null;
  const pausedSince = runningSince === null ? (closed.at(-1)?.to ?? legal.pausedSince) : null;
  return { ...legal, stretches, runningSince, pausedSince, status: runningSince === null ? 'paused' : 'running' };
}
