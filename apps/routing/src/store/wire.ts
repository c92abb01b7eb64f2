import { CommitUnknown } from '@lien-thong/engine';
import type { PoolClient, QueryResultRow } from 'pg';
import type { Statement } from './columns.js';
import { asFault, isAnswer } from './faults.js';
import { RowReader } from './raw-row.js';
import { StatementGroup } from './statement-group.js';
import type { Answer, Sent } from './statement-group.js';

const COMMIT: Statement = { name: 'commit', text: 'commit' };
const ROLLBACK: Statement = { name: 'rollback', text: 'rollback' };

export type Send = (statement: Statement, values?: readonly unknown[]) => Promise<readonly RowReader[]>;

/**
 * One transaction on one connection. Statements are sent at once and answered in order, so a caller that does not wait between them
 * pays one round trip for all; what is sent within one turn of the event loop goes out in one piece and is answered in one, unless
 * it is pushed. After the first failure the server refuses the rest, and nothing is committed.
 */
export class Wire {
  private failure: unknown = null;
  private gate: Promise<void> | null = null;
  private gathered: Sent[] = [];

  constructor(private readonly client: PoolClient) {}

  /** True once the connection's state is in doubt: it must not be used again. */
  get broken(): boolean {
    return this.failure !== null;
  }

  async send(statement: Statement, values: readonly unknown[] = []): Promise<readonly RowReader[]> {
    if (this.gate !== null) await this.gate;
    return this.ask(statement, values);
  }

  /** The same for readers who want rows by column name, with values as `pools.ts` reads them. */
  async select<Row extends QueryResultRow>(
    statement: Statement,
    values: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    if (this.gate !== null) await this.gate;
    const { rows } = await this.query((client) => client.query<Row>({ ...statement, values: [...values] }));
    return rows;
  }

  /** Sends what has been gathered, so that the server works on it while the rest is written. */
  push(): void {
    if (this.gate === null) this.sendGathered();
  }

  /** Whatever is sent from now on waits for `step`, which sends by what it is given: for what needs an answer to go on. */
  hold(step: (send: Send) => Promise<void>): Promise<void> {
    const done = step((statement, values = []) => this.ask(statement, values));
    this.gate = done.catch((error: unknown) => this.note(error));
    return done;
  }

  /** Commits. Rejects with the first failure if there was one, and with CommitUnknown when the answer to the commit never came. */
  async commit(): Promise<void> {
    await this.gate;
    if (this.failure !== null) {
      await this.rollback();
      throw this.failure;
    }
    let answer: Answer;
    try {
      answer = await this.submit(COMMIT, []);
    } catch (error) {
      throw isAnswer(this.failure) ? this.failure : new CommitUnknown('no answer to a commit', { cause: error });
    }
    if (this.failure !== null) throw this.failure;
    if (answer.command !== COMMIT.name.toUpperCase()) throw new Error(`a commit ended as ${answer.command}`);
  }

  /** Ends the transaction without effect; a connection that is gone has done so itself. */
  async rollback(): Promise<void> {
    await this.gate;
    await this.submit(ROLLBACK, []).catch(() => undefined);
  }

  private note(error: unknown): void {
    this.failure ??= asFault(error);
  }

  private async ask(statement: Statement, values: readonly unknown[]): Promise<readonly RowReader[]> {
    const { rows } = await this.submit(statement, values);
    return rows.map((row) => new RowReader(row));
  }

  private async submit(statement: Statement, values: readonly unknown[]): Promise<Answer> {
    try {
      return await new Promise<Answer>((resolve, reject) => this.gather({ statement, values, resolve, reject }));
    } catch (error) {
      this.note(error);
      throw asFault(error);
    }
  }

  private async query<T>(ask: (client: PoolClient) => Promise<T>): Promise<T> {
    this.sendGathered();
    try {
      return await ask(this.client);
    } catch (error) {
      this.note(error);
      throw asFault(error);
    }
  }

  private gather(sent: Sent): void {
    this.gathered.push(sent);
    if (this.gathered.length === 1) process.nextTick(() => this.sendGathered());
  }

  private sendGathered(): void {
    if (this.gathered.length === 0) return;
    const group = new StatementGroup(this.gathered);
    this.gathered = [];
    this.client.query(group);
  }
}
