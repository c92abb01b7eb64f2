/** What a call comes to: a value, or a problem as a value. Nothing is thrown for a "no", nor for a line that is down. */
import type { Problem } from '../api/schemas.generated.js';
import { SENTENCES } from './sentences.js';
import type { LocalCode } from './sentences.js';

/** An RFC 9457 problem of the service, or one of ours in the same form (`status` 0). */
export interface Trouble extends Omit<Problem, 'code'> {
  readonly code: Problem['code'] | LocalCode;
}

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
  readonly status: number;
  /** Version of what was answered, to be sent back as `ifMatch`; null where there is none. */
  readonly etag: string | null;
}
export interface Failure {
  readonly ok: false;
  readonly problem: Trouble;
}
export type Result<Value> = Success<Value> | Failure;

/** A problem of this side. `facts` say what was seen, never what was sent. */
export function localTrouble(code: LocalCode, facts: Trouble['facts'] = {}): Trouble {
  return { type: `about:blank#${code}`, status: 0, code, facts, errors: [], ...SENTENCES[code] };
}

/** The value, for scripts and tests that know it cannot fail. Throws with the problem's own words when it did. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value;
  const { code, status, titleEn, todoEn, facts } = result.problem;
  throw new Error(`${status} ${code}: ${titleEn} ${todoEn} ${JSON.stringify(facts)}`);
}
