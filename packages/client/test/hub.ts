/** The service as the queue sees it: answers by key, refuses what it is told to, and may not be reached. */
import type { Answer, Command, Opened, Opening } from '../src/api/schemas.generated.js';
import { localTrouble } from '../src/http/result.js';
import type { Result, Trouble } from '../src/http/result.js';

interface Sent {
  readonly idempotencyKey?: string | undefined;
  readonly code?: string;
  readonly body: Opening | Command;
}

export class Hub {
  /** Acts that took effect, in order. */
  readonly effects: { readonly key: string; readonly code: string; readonly body: Opening | Command }[] = [];
  readonly refusals = new Map<string, Trouble>();
  isUp = true;
  /** Answers get lost after the act took effect. */
  losesAnswers = 0;
  asked = 0;
  private readonly answers = new Map<string, Answer>();

  refuse(what: string, code: string, status = 409): void {
    this.refusals.set(what, { ...localTrouble('stopped'), code: code as Trouble['code'], status });
  }

  readonly openDossier = (sent: Sent): Promise<Result<Opened>> =>
    this.take(sent, `H00.1-261123-${String(this.effects.length + 1).padStart(4, '0')}`);
  readonly actOnDossier = (sent: Sent): Promise<Result<Answer>> => this.take(sent, sent.code ?? '');

  private async take<Value>({ idempotencyKey: key = '', body }: Sent, code: string): Promise<Result<Value>> {
    await Promise.resolve();
    this.asked += 1;
    if (!this.isUp) return { ok: false, problem: localTrouble('unreachable') };
    const problem = this.refusals.get(key) ?? this.refusals.get(body.type);
    const known = this.answers.get(key);
    if (known === undefined && problem !== undefined) return { ok: false, problem };
    const answer = known ?? { code, version: 1, seq: 1, phase: 'processing', eventIds: [], replayed: false };
    if (known === undefined) this.effects.push({ key, code, body });
    this.answers.set(key, answer);
    if (this.losesAnswers > 0) {
      this.losesAnswers -= 1;
      return { ok: false, problem: localTrouble('unreachable') };
    }
    return { ok: true, status: 200, etag: null, value: answer as Value };
  }
}
