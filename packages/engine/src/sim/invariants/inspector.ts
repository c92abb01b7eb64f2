import type { AgencyId } from '@lien-thong/domain';
import type { Applied } from '../actors/consumer.js';
import type { Attempt, Operation } from '../actors/operation.js';
import type { LedgerOutcome } from '../../ledger/envelope.js';
import type { DossierRows } from '../../memory/rows.js';
import type { Reference } from '../../ports/reference.js';
import type { Delivery } from '../../ports/bus.js';
import { minuteOfText } from '../plain/story.js';
import { cutsAreSound } from './sub-deadlines.js';
import type { Commit, RowChange } from '../world/watched-database.js';
import { alertsAreComplete, alertsAreTrue } from './alerts.js';
import { answersAreTrue, doneIsTold, everybodyIsAnswered } from './answers.js';
import { Chronicle } from './chronicle.js';
import { atMostOnce, authority, onePlace } from './custody.js';
import {
  appliedInOrder,
  appliedOnce,
  changesHaveFacts,
  converged,
  marksAreTrue,
  nothingLeftBehind,
  nothingUncommitted,
  numbersWithoutGap,
  toldToWhomItConcerns,
} from './delivery.js';
import { conflictToldEarly } from './early-warning.js';
import { first } from './evidence.js';
import type { Complaint, Evidence, InvariantId } from './evidence.js';
import { couldAllHaveHappened } from './in-order.js';
import { keepsItsRules, replays } from './journal.js';
import { clocksMonotone, minutesConserved, timesGoOn } from './minutes.js';

export interface Violation {
  readonly invariant: InvariantId;
  readonly text: string;
}

/** Looks on and never interferes: asks the invariants at every commit, message and answer, and keeps the first complaint. */
export class Inspector {
  violation: Violation | null = null;
  /** Rows already looked at, with the reference data of then: they never change, so they are not looked at twice. */
  private readonly sound = new WeakMap<DossierRows, Reference>();
  private readonly chronicle = new Chronicle();
  private readonly knownAt = new Map<AgencyId, Set<string>>();

  constructor(
    private readonly evidence: () => Evidence,
    /** Invariants that are not asked, because a planted fault is to be found without them. */
    private readonly without: ReadonlySet<string>,
  ) {}

  /** A commit has taken effect. */
  committed({ changes, feed }: Commit): void {
    this.ask('I10', (evidence) => numbersWithoutGap(feed, evidence));
    for (const change of changes) {
      this.ask('I9', () => changesHaveFacts(change));
      this.ask('I5', () => clocksMonotone(change));
      this.factsOf(change, feed);
      const story = this.chronicle.storyOf(change.id);
      if (story !== null) this.ask('I1', () => onePlace(change, story));
    }
  }

  handedOver(delivery: Delivery): void {
    this.ask('I9', (evidence) => nothingUncommitted(delivery, evidence));
  }

  applied(where: AgencyId, log: readonly Applied[]): void {
    const fact = log.at(-1);
    if (fact === undefined) return;
    const known = this.knownAt.get(where) ?? new Set<string>();
    this.knownAt.set(where, known);
    this.ask('I6', () => appliedOnce(fact, known, where));
    this.ask('I10', () => appliedInOrder(fact, log.at(-2), where));
    known.add(fact.eventId);
  }

  answered(operation: Operation, attempt: Attempt, outcome: LedgerOutcome): void {
    this.ask('I11', () => doneIsTold(operation, attempt, outcome));
  }

  /** Everything that can be asked while things are under way. */
  checkpoint(): void {
    this.ask('I3', atMostOnce);
    this.ask('I9', marksAreTrue);
    this.ask('L1', ({ operations }) => everybodyIsAnswered(operations, false));
    const { database, reference, edited } = this.evidence();
    const fresh = [...database.dossiers].filter(([, rows]) => this.sound.get(rows) !== reference);
    this.ask('I8', () => first(fresh, ([id, rows]) => replays(id, rows, reference)));
    this.ask('I13', () => first(fresh, ([id, rows]) => keepsItsRules(id, rows, edited)));
    this.ask('I5', () => first(fresh, ([id, rows]) => couldAllHaveHappened(id, rows)));
    this.ask('I4', () => first(fresh, ([id, rows]) => alertsAreTrue(id, rows)));
    for (const [, rows] of fresh) this.sound.set(rows, reference);
    this.ask('I2', ({ database, now }) =>
      first(database.dossiers, ([id, rows]) => minutesConserved(id, rows, minuteOfText(now))),
    );
  }

  /** Everything that must hold once nothing fails any more and all is quiet. */
  afterwards(): void {
    this.checkpoint();
    this.ask('I4', ({ database, now }) =>
      first(database.dossiers, ([id, rows]) => alertsAreComplete(id, rows, minuteOfText(now))),
    );
    this.ask('I7', converged);
    this.ask('I7', nothingLeftBehind);
    this.ask('I11', answersAreTrue);
    this.ask('L1', ({ operations }) => everybodyIsAnswered(operations, true));
  }

  ask(invariant: InvariantId, question: (evidence: Evidence) => Complaint): void {
    if (this.violation !== null || this.without.has(invariant)) return;
    const text = question(this.evidence());
    if (text !== null) this.violation = { invariant, text };
  }

  private factsOf({ id, before, after }: RowChange, feed: Commit['feed']): void {
    let previous = before?.events.at(-1) ?? null;
    for (const told of this.chronicle.follow(id, after.events, before?.events.length ?? 0)) {
      const last = previous;
      this.ask('I12', (evidence) => authority(told, evidence));
      this.ask('I12', () => toldToWhomItConcerns(told, feed));
      this.ask('I5', (evidence) => timesGoOn(told, last, evidence));
      const { event } = told;
      this.ask('I13', () => cutsAreSound(event, after.events));
      if (event.type === 'dossier.received.v1') {
        this.ask('I16', (evidence) => conflictToldEarly(event, after.events, evidence));
      }
      previous = event;
    }
  }
}
