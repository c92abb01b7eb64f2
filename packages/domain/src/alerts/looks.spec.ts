/** Alerts are the same whenever and in whatever order dossiers are looked at, provided they are looked at when they say. */
import { describe, expect, it } from '@jest/globals';
import type { DossierEvent } from '../dossier/events.js';
import { applyEvent } from '../dossier/fold.js';
import { vn } from '../testing/office-directory.js';
import {
  accepted,
  delivered,
  granted,
  received,
  sent,
  sentBack,
  supplementAsked,
  suspendedByOutage,
} from '../testing/office-steps.js';
import type { Step, Story } from '../testing/office.js';
import { CODE, MONDAY, atOnce, standard, told } from '../sla/risk/risk.fixture.js';
import { instantOf, minuteOf } from '../time/instant.js';
import type { Minute } from '../time/instant.js';
import { toldBy } from './clock-ground.js';
import { differences } from './difference.js';
import type { StandingMember } from './difference.js';
import { alertKey, groundKey } from './ground.js';
import type { Ground } from './ground.js';
import { groundsOf } from './grounds-of.js';
import { nextLook } from './next-look.js';

const contextAt = (minute: Minute) => ({ now: instantOf(minute), systemsDown: [] });

function seen({ file, rules }: Story, minute: Minute): string {
  if (file === null) return '';
  return groundsOf(file, rules, contextAt(minute))
    .map((ground) => `${groundKey(ground)} ${alertKey(ground.common)} ${ground.level}`)
    .sort()
    .join('\n');
}

const localIso = (minute: Minute): string => {
  const local = instantOf((minute + 420) as Minute);
  return `${local.slice(0, 10)} ${local.slice(11, 16)}`;
};

/** A change between two of these is seen at the second; that it was foretold for one of them too. */
const STRIDE = 4;

/** No office is open and no day or half day ends: walked past, to be quick. */
function isNight(minute: Minute): boolean {
  const time = localIso(minute).slice(11);
  return time > '00:04' && (time < '07:25' || time > '17:40');
}

/** Walks minute by minute with the sweep beside it: findings may change only with a fact, or at the minute that was foretold. */
function unforetold(story: Story, minutes: number): readonly string[] {
  let so = story;
  const start = minuteOf(story.now);
  let before = seen(so, start);
  let next = so.file === null ? null : nextLook(so.file, so.rules, contextAt(start));
  const wrong: string[] = [];
  for (let minute = (start + 1) as Minute; minute < start + minutes; minute = (minute + STRIDE) as Minute) {
    if (isNight(minute)) continue;
    const swept = so.swept(localIso(minute));
    const hasFact = swept.events.length > so.events.length;
    so = swept;
    const now = seen(so, minute);
    const isForetold = hasFact || (next !== null && next <= minute);
    if (now !== before && !isForetold) wrong.push(`${localIso(minute)}: ${before} => ${now}`);
    if (isForetold && so.file !== null) next = nextLook(so.file, so.rules, contextAt(minute));
    before = now;
  }
  return wrong;
}

const short = (limit: string, ...steps: readonly Step[]): Story => told({ cases: standard(limit) }, ...steps);

describe('a dossier that says when to look at it again', () => {
  it.each([
    ['waits to be sent', short('3wd', received(CODE, MONDAY))],
    ['is on its way', short('3wd', received(CODE, MONDAY), sent('electronic', MONDAY))],
    ['is not accepted', short('3wd', received(CODE, MONDAY), sent('electronic', MONDAY), delivered(MONDAY))],
    ['is worked on', short('3wd', ...atOnce)],
    [
      'is worked on for a limit by the half day',
      told({ cases: standard('1.5wd'), promiseGranularity: 'halfDay' }, ...atOnce),
    ],
    ['has no rung at all', told({ cases: standard('2wd'), warnPercents: [] }, ...atOnce)],
    [
      'was sent back twice',
      short(
        '3wd',
        received(CODE, MONDAY),
        sent('electronic', MONDAY),
        delivered(),
        sentBack(),
        sent(),
        delivered(),
        sentBack(),
      ),
    ],
    ['waits for the applicant', short('3wd', ...atOnce, supplementAsked())],
    ['is suspended by an outage', short('3wd', ...atOnce, suspendedByOutage())],
    ['is decided', short('3wd', ...atOnce, granted())],
  ])('and %s changes at no other minute', (_, story) => {
    expect(unforetold(story, 3 * 1440)).toEqual([]);
  });

  it('and waits for the applicant is looked at three working days before his time passes', () => {
    const story = short('20wd', ...atOnce, supplementAsked('2026-11-16 09:00'));
    const file = story.file;
    if (file === null) throw new Error('no dossier');
    const clock = file.clocks.find(({ kind }) => kind === 'supplement');
    const next = nextLook(file, story.rules, contextAt(minuteOf(vn('2026-11-16 09:00'))));
    expect(next).not.toBeNull();
    const left = story.rules.legal.workBetween(next as Minute, clock?.dueAt as Minute);
    expect(left).toBe(3 * story.rules.legal.minutesPerDay);
  });
});

/** What stands after these looks, each with the facts that came since the one before. */
function standingAfter(story: Story, seqs: readonly number[], files: readonly Story[]): readonly string[] {
  let standing: readonly StandingMember[] = [];
  let from = 0;
  for (const seq of seqs) {
    const at = files[seq - 1];
    if (at?.file === undefined || at.file === null) throw new Error('no such place');
    const facts: readonly DossierEvent[] = story.events.filter((event) => event.seq > from && event.seq <= seq);
    const grounds = groundsOf(at.file, at.rules, { now: story.now, systemsDown: [] });
    const changes = differences({ standing, grounds, facts, file: at.file });
    standing = applied(standing, changes);
    from = seq;
  }
  return standing.map(({ rule, clockId, epoch, level }) => `${rule} ${clockId} ${epoch} ${level}`).sort();
}

function memberOf(ground: Ground): StandingMember {
  const { common, clockId, epoch, level, code, told: rungs, rungAt } = ground;
  const key = alertKey(common);
  return { alertId: key, key, rule: common.rule, clockId, epoch, joinedN: 1, level, code, told: rungs, rungAt };
}

function applied(
  standing: readonly StandingMember[],
  changes: ReturnType<typeof differences>,
): readonly StandingMember[] {
  return changes.reduce<readonly StandingMember[]>((so, change) => {
    switch (change.kind) {
      case 'join':
        return [...so, memberOf(change.ground)];
      case 'change':
        return so.map((each) => (each === change.member ? memberOf(change.ground) : each));
      case 'leave':
        return so.filter((each) => each !== change.member);
      case 'pass':
        return so;
    }
  }, standing);
}

describe('findings that stand', () => {
  const story = short('2wd', ...atOnce)
    .swept('2026-11-17 16:00')
    .and(supplementAsked('2026-11-17 16:10'))
    .swept('2026-11-20 10:00');
  const files = story.events.map((_, index) => replayed(story, index + 1));

  /** The story as it stood at a place of its journal. */
  function replayed(whole: Story, seq: number): Story {
    const events = whole.events.slice(0, seq);
    let file = null as Story['file'];
    for (const event of events) file = applyEvent(file, event, whole.rules);
    return { ...whole, events, file };
  }

  it('are the same after one look at the end, after a look at each fact, and after any looks between', () => {
    const all = story.events.map(({ seq }) => seq);
    const last = all.slice(-1);
    const once = standingAfter(story, last, files);
    expect(once.length).toBeGreaterThan(0);
    for (let mask = 1; mask < 2 ** (all.length - 1); mask += 7) {
      const looks = all.slice(0, -1).filter((_, place) => (mask >> place) % 2 === 1);
      expect(standingAfter(story, [...looks, ...last], files)).toEqual(once);
    }
  });

  it('are not written twice: looking again finds nothing to change', () => {
    const { file, rules } = story;
    if (file === null) throw new Error('no dossier');
    const grounds = groundsOf(file, rules, { now: story.now, systemsDown: [] });
    const standing = grounds.map(memberOf);
    expect(differences({ standing, grounds, facts: [], file })).toEqual([]);
  });
});

describe('a breach that nobody saw in time', () => {
  it('is told all the same, and is over at once', () => {
    const story = short('2wd', ...atOnce).and(granted('2026-11-20 10:00'));
    const { file, events } = story;
    if (file === null) throw new Error('no dossier');
    expect(events.map(({ type }) => type)).toContain('dossier.clockBreached.v1');
    const grounds = groundsOf(file, story.rules, { now: story.now, systemsDown: [] });
    const passes = differences({ standing: [], grounds, facts: events, file }).filter(({ kind }) => kind === 'pass');
    expect(passes).toContainEqual(
      expect.objectContaining({
        why: 'resolved',
        ground: expect.objectContaining({ clockId: 'legal', level: 'breached' }),
      }),
    );
  });
});

describe('the rungs told of a clock', () => {
  it('are a list that does not depend on the order they were written in', () => {
    expect(toldBy({ warned: [75, 50], runsLow: ['remaining:60'], breached: true })).toEqual(
      toldBy({ warned: [50, 75], runsLow: ['remaining:60'], breached: true }),
    );
  });
});
