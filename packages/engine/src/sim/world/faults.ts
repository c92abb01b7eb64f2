import { CommitUnknown, StoreUnavailable } from '../../ports/store.js';
import type { Random } from './random.js';
import type { Held } from './scheduler.js';

export const FAULT_KINDS = [
  'crash',
  'commitUnknown',
  'storeAway',
  'statementFails',
  'publishFails',
  'publishUnknown',
  'duplicate',
  'reordered',
  'forgotten',
  'wiped',
  'replyLost',
  'clockStepped',
  'clockSkewed',
  'consumerCrash',
  'referenceEdited',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** A statement that the database ended for reasons of its own: serialization, a dropped connection. */
export class StatementFailed extends Error {
  override readonly name = 'StatementFailed';
}

/** What becomes of a step that is let go on. */
export type Verdict = 'goes' | { readonly fails: Error } | 'crashes';

interface Threat {
  readonly kind: FaultKind;
  readonly points: readonly string[];
  readonly probability: number;
  readonly verdict: () => Verdict;
}

const STATEMENTS = ['lockKeys', 'lockDossiers', 'load', 'takeCodes', 'claimDue'];

/** Where a process or its line breaks. A crash at `committed` loses the answer, at `publish` the message, at `published` the cursor. */
const THREATS: readonly Threat[] = [
  { kind: 'crash', points: ['commit', 'committed'], probability: 0.012, verdict: () => 'crashes' },
  { kind: 'crash', points: ['publish', 'published'], probability: 0.012, verdict: () => 'crashes' },
  {
    kind: 'crash',
    points: ['advanceRelayCursors', 'write', ...STATEMENTS],
    probability: 0.0015,
    verdict: () => 'crashes',
  },
  {
    kind: 'commitUnknown',
    points: ['commit', 'committed'],
    probability: 0.02,
    verdict: () => ({ fails: new CommitUnknown('no word from the database') }),
  },
  {
    kind: 'storeAway',
    points: ['begin', 'readFeed', 'relayCursors', 'advanceRelayCursors', 'feedEpoch'],
    probability: 0.01,
    verdict: () => ({ fails: new StoreUnavailable('the database is away') }),
  },
  {
    kind: 'statementFails',
    points: ['write', 'commit', ...STATEMENTS],
    probability: 0.003,
    verdict: () => ({ fails: new StatementFailed('could not serialize access') }),
  },
  { kind: 'publishFails', points: ['publish'], probability: 0.06, verdict: () => ({ fails: new Error('no stream') }) },
  { kind: 'publishUnknown', points: ['published'], probability: 0.06, verdict: () => ({ fails: new Error('no ack') }) },
];

/** The faults of one run: which kinds may happen, how hard each one comes down this time, and how often it did. */
export class Faults {
  readonly counts = new Map<string, number>();
  private readonly force = new Map<FaultKind, number>();
  private healed = false;

  constructor(
    private readonly random: Random,
    kinds: ReadonlySet<FaultKind>,
  ) {
    // One run in twelve knows no fault at all: there everything must go through at once.
    const calm = random.chance(1 / 12);
    for (const kind of FAULT_KINDS) {
      const drawn = random.chance(0.25) ? 0 : random.next() * 2;
      this.force.set(kind, calm || !kinds.has(kind) ? 0 : drawn);
    }
  }

  /** Whether it happens now, at that probability in a run of middling force. */
  strikes(kind: FaultKind, probability: number): boolean {
    if (this.healed) return false;
    const drawn = this.random.next();
    if (drawn >= probability * (this.force.get(kind) ?? 0)) return false;
    this.count(kind);
    return true;
  }

  verdictOn({ point }: Held): Verdict {
    for (const { kind, points, probability, verdict } of THREATS) {
      if (!points.includes(point) || !this.strikes(kind, probability)) continue;
      if (kind === 'crash') this.count(`crash at ${point}`);
      return verdict();
    }
    return 'goes';
  }

  count(what: string, by = 1): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + by);
  }

  /** From here on nothing fails any more. */
  heal(): void {
    this.healed = true;
  }
}
