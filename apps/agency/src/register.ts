/** The dossiers this office knows, on disk. */
import type { FeedFact, Log, Phase } from '@lien-thong/client';
import { caseAfter } from './case.js';
import type { Case } from './case.js';

const ENDED: ReadonlySet<Phase> = new Set(['receptionRefused', 'returned', 'withdrawn', 'closed']);
/** The log is shortened when it is this many times longer than the register. */
const SHORTEN_AT = 8;

export class Register {
  private readonly cases = new Map<string, Case>();

  private constructor(private readonly log: Log) {}

  static async open(log: Log): Promise<Register> {
    const register = new Register(log);
    const records = (await log.load()) as readonly Case[];
    for (const record of records) register.cases.set(record.dossierId, record);
    if (records.length > SHORTEN_AT * register.cases.size) await log.rewrite([...register.cases.values()]);
    return register;
  }

  /** Takes a fact over; safe on disk when it resolves. One that is behind what is known changes nothing. */
  async apply(fact: FeedFact): Promise<void> {
    // A consulted agency sees its own question only; its answer is given by a person, in the console.
    if (fact.view === 'part') return;
    const before = this.cases.get(fact.dossierId) ?? null;
    if (before !== null && fact.seq <= before.seq) return;
    const after = caseAfter(before, fact);
    await this.log.write([after]);
    await this.log.sync();
    this.cases.set(fact.dossierId, after);
  }

  /** In the order they came. */
  open(): readonly Case[] {
    return [...this.cases.values()].filter(({ phase }) => !ENDED.has(phase));
  }

  get size(): number {
    return this.cases.size;
  }
}
