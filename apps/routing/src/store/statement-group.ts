/**
 * Statements that go out together, in PostgreSQL's extended protocol with one Sync for all of them: the server answers them in one
 * piece and need not wake us for each. The first that fails ends the group; the server passes over the rest.
 */
import pg from 'pg';
import type { Connection } from 'pg';
import type { Statement } from './columns.js';
import { MessageWriter } from './message-writer.js';
import type { RawRow } from './raw-row.js';

/** What `pg` keeps of a connection, without which a statement would be prepared twice under one name. */
interface Prepared {
  readonly parsedStatements: Record<string, string>;
}

export interface Answer {
  readonly command: string;
  readonly rows: readonly RawRow[];
}

export interface Sent {
  readonly statement: Statement;
  readonly values: readonly unknown[];
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/** `pg` calls these by name. What its own query does with descriptions of rows is not needed: decoders know what they read. */
export class StatementGroup extends pg.Query {
  private readonly answers: Answer[] = [];
  private rowsOfCurrent: RawRow[] = [];
  private over = false;

  constructor(private readonly sent: readonly Sent[]) {
    super({ text: '', values: [] });
    this.submit = (connection) => this.write(connection);
  }

  /** What is returned is reported as the failure of the group, of which nothing was sent. */
  private write(connection: Connection): unknown {
    const { parsedStatements } = connection as Connection & Prepared;
    const unprepared = new Map<string, Statement>();
    const writer = new MessageWriter();
    try {
      for (const { statement, values } of this.sent) {
        if (parsedStatements[statement.name] !== statement.text && !unprepared.has(statement.name)) {
          writer.parse(statement);
          unprepared.set(statement.name, statement);
        }
        writer.bindAndExecute(statement.name, values);
      }
    } catch (error) {
      return error;
    }
    // Were one not to parse, the connection would not be used again.
    for (const { name, text } of unprepared.values()) parsedStatements[name] = text;
    connection.stream.write(writer.synced());
    return null;
  }

  handleDataRow({ fields }: { readonly fields: RawRow }): void {
    this.rowsOfCurrent.push(fields);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.answers.push({ command: text, rows: this.rowsOfCurrent });
    this.rowsOfCurrent = [];
  }

  /** Of the server, or of a connection that is gone. Those answered before it were answered well. */
  handleError(error: unknown): void {
    this.end(error);
  }

  handleReadyForQuery(): void {
    this.end(new Error('a statement was not answered'));
  }

  private end(error: unknown): void {
    if (this.over) return;
    this.over = true;
    this.sent.forEach(({ resolve, reject }, i) => {
      const answer = this.answers[i];
      if (answer === undefined) reject(error);
      else resolve(answer);
    });
  }
}
