import { FINAL_PHASES, officerIdSchema } from '@lien-thong/domain';
import type { ActingParty, AgencyId, Command, CommandType, Dossier, DossierId, Instant } from '@lien-thong/domain';
import type { Envelope, LedgerOutcome } from '../../ledger/envelope.js';
import type { Faults } from '../world/faults.js';
import type { Random } from '../world/random.js';
import type { RunLog } from '../world/run-log.js';
import { PLANNERS, PROVINCE, TAX_OFFICE, WARD_IDS } from '../world/town.js';
import { likelyActs } from './likely-acts.js';
import { anyType, makeCommand } from './make-command.js';
import type { Attempt, Operation } from './operation.js';
import type { Replica } from './replica.js';

export interface ClientWorld {
  readonly random: Random;
  readonly faults: Faults;
  readonly log: RunLog;
  readonly replicas: readonly Replica[];
  readonly now: () => Instant;
  /** Dossiers as a page shows them: what is committed when it is read. */
  readonly pages: () => readonly Dossier[];
  readonly isDone: (envelope: Envelope) => boolean;
  readonly mostDossiers: number;
  readonly onAnswer: (operation: Operation, attempt: Attempt, outcome: LedgerOutcome) => void;
}

interface Wish {
  readonly by: AgencyId;
  readonly command: Command;
  readonly page: Dossier | null;
}

const EVERYBODY: readonly AgencyId[] = [...WARD_IDS, TAX_OFFICE, PLANNERS, PROVINCE];

/** Everybody who sends commands: clerks, supervisors, the software of agencies. They forget answers and ask again. */
export class Clients {
  readonly operations: Operation[] = [];

  constructor(private readonly world: ClientWorld) {}

  /** Somebody does something. */
  act(): void {
    const wish = this.wish();
    if (wish !== null) this.begin(wish);
  }

  /** The software of an agency answers to what its feed told it. */
  confirm(type: 'confirmDelivery' | 'confirmResultArrival', by: AgencyId, page: Dossier): void {
    const command = { type } as Command;
    this.begin({ by, command, page });
  }

  /** Sends an unanswered request once more, also while an earlier attempt is still under way. */
  retry(): boolean {
    const open = this.operations.filter(({ closed, envelope }) => !closed && envelope.key !== null);
    if (open.length === 0) return false;
    this.send(this.world.random.pick(open));
    return true;
  }

  /** Requests with a key that nobody has answered yet and that are not under way. */
  unanswered(): readonly Operation[] {
    return this.operations.filter(
      ({ closed, envelope, attempts }) =>
        !closed && envelope.key !== null && attempts.every(({ state }) => state !== 'waiting'),
    );
  }

  send(operation: Operation): void {
    const { random, replicas, faults, log } = this.world;
    const replica = random.pick(replicas);
    const doneBefore = this.world.isDone(operation.envelope);
    const n = operation.attempts.length + 1;
    const attempt: Attempt = { n, replica: replica.owner, doneBefore, state: 'waiting' };
    operation.attempts.push(attempt);
    log.note(`send ${operation.id}/${n} ${operation.envelope.command.type} to ${replica.owner}`);
    const lost = operation.envelope.key !== null && faults.strikes('replyLost', 0.05);
    replica.ledger.submit(operation.envelope).then(
      (outcome) => this.answered(operation, attempt, { outcome, lost }),
      (error: unknown) => this.failed(operation, attempt, error),
    );
  }

  /** The process that had it died: nobody will answer. */
  gone(owner: string): void {
    for (const { attempts } of this.operations) {
      for (const attempt of attempts)
        if (attempt.state === 'waiting' && attempt.replica === owner) attempt.state = 'lost';
    }
  }

  private answered(
    operation: Operation,
    attempt: Attempt,
    { outcome, lost }: { outcome: LedgerOutcome; lost: boolean },
  ): void {
    const said = outcome.kind === 'accepted' ? `accepted ${outcome.eventIds.join(' ')}` : outcome.refusal.code;
    this.world.log.note(`answer ${operation.id}/${attempt.n} ${said}${lost ? ' (lost)' : ''}`);
    attempt.state = lost ? 'lost' : 'answered';
    if (lost) return;
    if (outcome.kind === 'accepted' && outcome.replayed) this.world.faults.count('answers replayed');
    if (outcome.kind === 'refused') this.world.faults.count(`refused ${outcome.refusal.code}`);
    this.world.onAnswer(operation, attempt, outcome);
    operation.answers.push({ attempt: attempt.n, outcome });
    operation.closed = true;
  }

  private failed(operation: Operation, attempt: Attempt, error: unknown): void {
    const name = error instanceof Error ? error.name : String(error);
    this.world.log.note(`fault ${operation.id}/${attempt.n} ${name}`);
    attempt.state = 'failed';
    operation.faults.push(error instanceof Error ? `${name}: ${error.message}` : name);
    if (operation.envelope.key === null) operation.closed = true;
  }

  private wish(): Wish | null {
    const { random } = this.world;
    const { mostDossiers } = this.world;
    const pages = this.world.pages();
    const open = pages.filter(({ phase }) => !FINAL_PHASES.some((final) => final === phase));
    // Where all have ended there is nothing left to do but to take in another.
    const fewer = open.length === 0 ? pages.length < 3 * mostDossiers : pages.length < mostDossiers;
    if (fewer && random.chance(open.length === 0 ? 0.9 : 0.14)) return this.opening();
    if (pages.length === 0) return null;
    const page = random.pick(open.length > 0 && random.chance(0.97) ? open : pages);
    if (random.chance(0.08)) return this.made(anyType(random), { by: random.pick(EVERYBODY), page });
    const acts = likelyActs(page).filter(([, weight]) => weight > 0);
    if (acts.length === 0) return null;
    const { type, by, consultation } = random.weighted(acts);
    return this.made(type, { by, page, consultation });
  }

  private opening(): Wish {
    const { random } = this.world;
    return this.made(random.chance(0.3) ? 'submit' : 'receive', { by: random.pick(WARD_IDS), page: null });
  }

  private made(
    type: CommandType,
    { by, page, consultation }: { by: AgencyId; page: Dossier | null; consultation?: string | undefined },
  ): Wish {
    const { random, now } = this.world;
    return { by, page, command: makeCommand(type, { random, now: now(), dossier: page, consultation }) };
  }

  private begin({ by, command, page }: Wish): void {
    const { random } = this.world;
    const id = `op${this.operations.length + 1}`;
    const opens = page === null || (command.type === 'submit' && random.chance(0.5));
    const dossierId: DossierId | null = opens ? null : page.id;
    const key = random.chance(0.85) ? this.keyFor(id, by) : null;
    const envelope: Envelope = {
      dossierId,
      command,
      party: this.party(id, by),
      key,
      fingerprint: JSON.stringify([id, dossierId, command]),
      ifMatch: page !== null && random.chance(0.4) ? page.version - (random.chance(0.1) ? 1 : 0) : null,
    };
    const operation: Operation = { id, envelope, attempts: [], answers: [], faults: [], closed: false };
    this.operations.push(operation);
    this.send(operation);
  }

  /** Now and then somebody takes a key again that his agency has used for something else. */
  private keyFor(id: string, by: AgencyId): string {
    const { random } = this.world;
    if (!random.chance(0.03)) return `k-${id}`;
    const used = this.operations.filter(({ envelope }) => envelope.key !== null && envelope.party.agencyId === by);
    return used.length === 0 ? `k-${id}` : (random.pick(used).envelope.key ?? `k-${id}`);
  }

  private party(id: string, by: AgencyId): ActingParty {
    const officerId = officerIdSchema.parse(id);
    return by === PROVINCE
      ? { kind: 'supervisor', agencyId: by, officerId, supervises: WARD_IDS }
      : { kind: 'clerk', agencyId: by, officerId, supervises: [] };
  }
}
