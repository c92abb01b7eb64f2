/** Random histories with everything that fires in them, found by the sweep and predicted by the minute walker. For specs and the campaign. */
import type { DossierEvent } from '../../dossier/events.js';
import type { DossierFile } from '../../dossier/file.js';
import { applyEvent, foldHistory } from '../../dossier/fold.js';
import { isFinal } from '../../procedure/phase.js';
import type { ProcedureVersion } from '../../procedure/procedure.js';
import { procedureVersionSchema } from '../../procedure/procedure.js';
import { isRecut, recutChoicesBy, recutEvent, recutProcedure } from '../../sub-deadlines/recut-journeys.fixture.js';
import { instantOf, minuteOf, plusMinutes } from '../../time/instant.js';
import type { Minute } from '../../time/instant.js';
import { attribution, segmentsUntil } from '../attribution.js';
import { delayed } from '../delayed-opinions.fixture.js';
import { dueRungs } from './due-rungs.js';
import type { Draw } from '../journey-choices.fixture.js';
import { EXACT_TIMES } from '../journey.fixture.js';
import type { Told } from '../journeys.fixture.js';
import { plainRules, toldBy } from '../journeys.fixture.js';
import { lowRungKey } from './low-rung.js';
import type { OfficeWorld } from '../office-worlds.fixture.js';
import type { Learnt, PlainRungs, ToldRungs } from '../oracle/walked-rungs.js';
import { RungWalk } from '../oracle/walked-rungs.js';
import type { PlainFact } from '../oracle/plain.js';
import type { Owner } from '../owner.js';

/** A history as it became known, and when somebody looked. */
interface History {
  readonly told: Told;
  readonly learnt: readonly (Learnt & { readonly event: DossierEvent })[];
  /** Minutes at which the sweep comes by, beside every act; in between it may have been down. */
  readonly looks: readonly Minute[];
  readonly until: Minute;
}

/** A source of numbers that a seed gives: mulberry32. */
function drawOf(seed: number): Draw {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

function pick<T>(draw: Draw, list: readonly [T, ...T[]]): T {
  return list[draw(list.length)] ?? list[0];
}

/** Any procedure of the random journeys with any rungs: none, many, of one kind of clock only. */
function procedureBy(draw: Draw): ProcedureVersion {
  const { subDeadlines, ...procedure } = recutProcedure(recutChoicesBy(draw));
  const own = draw(3) === 0;
  return procedureVersionSchema.parse({
    ...procedure,
    ...(draw(2) === 0 ? { subDeadlines } : {}),
    warnPercents: pick(draw, [[50, 75], [], [1, 50, 99, 100], [33]]),
    warnRungs: {
      remainingMinutes: pick(draw, [[], [120], [480, 240, 60, 1], [721, 90]]),
      risk: pick(draw, [['warning', 'high'], ['warning'], ['high'], []]),
      perClock: own
        ? [{ clock: pick(draw, ['legal', 'transfer', 'step']), percents: [90], remainingMinutes: [30] }]
        : [],
    },
  });
}

/** The same in the walker's words. */
function plainRungs({ warnPercents, warnRungs, steps, consultations }: ProcedureVersion): PlainRungs {
  const own = (kind: string) => warnRungs?.perClock.find(({ clock }) => clock === kind);
  return {
    percents: (kind) => own(kind)?.percents ?? warnPercents,
    minutes: (kind) => own(kind)?.remainingMinutes ?? warnRungs?.remainingMinutes ?? [],
    levels: warnRungs?.risk ?? [],
    leastWork: Object.fromEntries([
      ...steps.map(({ key, minimumWorkMinutes }) => [`step:${key}`, minimumWorkMinutes]),
      ...consultations.map(({ key, minimumWorkMinutes }) => [`consultation:${key}`, minimumWorkMinutes]),
    ]),
  };
}

/** Behind everything that happened no later; an opinion changes no phase, so it has the one it was put behind. */
function putInPlace(facts: readonly PlainFact[], fact: PlainFact): readonly PlainFact[] {
  const first = facts.findIndex(({ at }) => at > fact.at);
  const place = first === -1 ? facts.length : first;
  const phase = fact.type === 'consultationAnswered' ? (facts[place - 1]?.phase ?? fact.phase) : fact.phase;
  return facts.toSpliced(place, 0, { ...fact, phase });
}

function learntOf(events: readonly DossierEvent[], told: Told, corrected: Told | null): History['learnt'] {
  const learnt: (Learnt & { event: DossierEvent })[] = [];
  let facts: readonly PlainFact[] = [];
  for (const event of events) {
    const at = minuteOf(event.occurredAt);
    const fact = told.facts[told.events.findIndex(({ id }) => id === event.id)];
    const late = fact === undefined || facts.some((known) => known.at > fact.at);
    facts = fact === undefined ? (corrected?.facts ?? facts) : putInPlace(facts, fact);
    learnt.push({ at, facts, event, late });
  }
  return learnt;
}

/** The history of a seed: any office and date of the worlds, corrections, pauses, restarts, opinions learnt late, budgets cut anew. */
export function historyOf(seed: number, worlds: readonly OfficeWorld[]): History {
  const draw = drawOf(seed);
  const procedure = procedureBy(draw);
  const world = worlds[draw(worlds.length)];
  const begins = draw(2) === 0 ? draw(9 * 1440) : draw(9) * 1440 + (EXACT_TIMES[draw(EXACT_TIMES.length)] ?? 0);
  const way = { begins, length: 2 + draw(23), choices: Array.from({ length: 120 }, () => draw(1_000_000)) };
  const told = toldBy(procedure, way, world);
  // A cut that is in the journal was made by what was known then: late facts would have the walker cut otherwise.
  const late = procedure.subDeadlines === undefined ? draw(3) : 0;
  const corrected = late === 1 ? toldBy(procedure, { ...way, corrected: draw(100_000) }, world) : null;
  const events = late === 2 ? delayed(told, [draw(6), draw(6), draw(6)]) : (corrected ?? told).events;
  const last = Math.max(...told.facts.map(({ at }) => at)) as Minute;
  const looks = told.facts.flatMap(({ at }, i) => {
    const gap = (told.facts[i + 1]?.at ?? at) - at;
    return gap > 0 && draw(2) === 0 ? [plusMinutes(at as Minute, draw(gap))] : [];
  });
  const ended = told.events.some(({ phase }) => isFinal(phase));
  const until = ended ? last : plusMinutes(last, pick(draw, [0, 1, 90, 600, 3000]));
  return { told, learnt: learntOf(events, told, corrected), looks, until };
}

/** What the walker predicts, and whose every minute is. */
function predicted({ told, learnt, until }: History): {
  readonly rungs: ToldRungs;
  readonly owned: Readonly<Record<string, number>>;
} {
  const walk = new RungWalk(plainRules(told), plainRungs(told.procedure));
  for (const each of learnt) walk.learn(each);
  walk.walkTo(until);
  return { rungs: walk.told, owned: walk.owned };
}

/** A journal as the ledger and the sweep would write it, an act or a look at a time. */
class Journal {
  readonly events: DossierEvent[] = [];
  readonly rungs = new Map<string, number>();
  file: DossierFile | null = null;
  twice = 0;

  constructor(private readonly told: Told) {}

  private add(event: DossierEvent): void {
    const { rules } = this.told;
    const last = this.file === null ? null : minuteOf(this.file.dossier.lastFactAt);
    const revises =
      event.type === 'dossier.receptionCorrected.v1' || (last !== null && minuteOf(event.occurredAt) < last);
    this.events.push({ ...event, seq: this.events.length + 1 });
    const added = this.events.at(-1) ?? event;
    // What is found out is dated when it was found, which may lie before a fact that is known by then.
    const isFound = event.type === 'dossier.clockWarned.v1' || 'rungAt' in event.data;
    this.file = revises && !isFound ? foldHistory(this.events, rules) : applyEvent(this.file, added, rules);
  }

  look(until: Minute): void {
    const now = instantOf(until);
    for (;;) {
      const { file, told } = this;
      const facts = file === null ? [] : dueRungs(file, { until: now, now }, told.rules);
      if (facts.length === 0) return;
      for (const found of facts) {
        const n = this.events.length + 1;
        const actor = { kind: 'engine', agencyId: null, officerId: null } as const;
        this.add({ ...this.events[0]!, ...found, id: `f${n}`, recordedAt: now, actor });
        this.note(found);
      }
    }
  }

  private note({ type, data }: Pick<DossierEvent, 'type' | 'data'>): void {
    if (type === 'dossier.transferLapsed.v1' || !('rungAt' in data)) return;
    const rung = 'percent' in data ? `${data.percent}` : 'rung' in data ? lowRungKey(data.rung) : 'breach';
    const key = `${data.clockId} ${data.epoch} ${rung}`;
    if (this.rungs.has(key)) this.twice += 1;
    this.rungs.set(key, minuteOf(data.rungAt));
  }

  take(event: DossierEvent): void {
    if (this.file !== null) this.look(minuteOf(event.occurredAt));
    this.add(event);
    const file = this.file;
    const added = this.events.at(-1);
    const cut =
      file === null || added === undefined || isRecut(added) ? null : recutEvent(added, file, this.told.rules);
    if (cut !== null) this.add(cut);
  }
}

const nameOf = (owner: Owner): string => (owner.kind === 'agency' ? owner.agencyId : owner.kind);

/** What the sweep finds, looking before every act, at some minutes in between and at the end; and whose every minute is. */
function found({ told, learnt, looks, until }: History): {
  readonly rungs: ToldRungs;
  readonly owned: Readonly<Record<string, number>>;
  readonly twice: number;
} {
  const journal = new Journal(told);
  let known = -Infinity;
  for (const { at, event } of learnt) {
    for (const look of looks) if (look > known && look < at) journal.look(look);
    journal.take(event);
    known = Math.max(known, at);
  }
  journal.look(until);
  const segments = segmentsUntil(journal.file?.segments ?? [], instantOf(until), told.rules);
  const shares = attribution(segments).filter(({ legalMinutes }) => legalMinutes !== 0);
  const owned = Object.fromEntries(shares.map(({ owner, legalMinutes }) => [nameOf(owner), legalMinutes ?? 0]));
  return { rungs: journal.rungs, owned, twice: journal.twice };
}

/** Where the two differ; all zero when they do not. */
interface Differences {
  readonly missed: number;
  readonly wrong: number;
  readonly atOtherMinute: number;
  readonly misattributed: number;
  readonly twice: number;
}

/** The sweep against the walker. `missed`: it did not find what came; `wrong`: it found what did not come. */
export function differences(history: History): Differences & { readonly rungs: ToldRungs; readonly said: string } {
  const [should, is] = [predicted(history), found(history)];
  const missed = [...should.rungs.keys()].filter((key) => !is.rungs.has(key));
  const wrong = [...is.rungs.keys()].filter((key) => !should.rungs.has(key));
  const moved = [...should.rungs].filter(([key, at]) => is.rungs.has(key) && is.rungs.get(key) !== at);
  const owners = [...new Set([...Object.keys(should.owned), ...Object.keys(is.owned)])];
  const misattributed = owners.reduce(
    (sum, name) => sum + Math.abs((should.owned[name] ?? 0) - (is.owned[name] ?? 0)),
    0,
  );
  const said = [
    ...missed.map((key) => `missed ${key} at ${should.rungs.get(key)}`),
    ...wrong.map((key) => `wrong ${key} at ${is.rungs.get(key)}`),
    ...moved.map(([key, at]) => `${key} is said for ${is.rungs.get(key)} and came at ${at}`),
    ...(misattributed === 0 ? [] : [`owned ${JSON.stringify(is.owned)} and not ${JSON.stringify(should.owned)}`]),
  ].join('; ');
  return {
    ...{ missed: missed.length, wrong: wrong.length, atOtherMinute: moved.length, misattributed, twice: is.twice },
    ...{ rungs: should.rungs, said },
  };
}
