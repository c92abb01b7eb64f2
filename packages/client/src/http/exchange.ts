/** One request, sent until it is answered or given up: always the same, under the same key. */
import { resultOf } from './answer.js';
import type { Authorisation, Credentials } from './credentials.js';
import type { PreparedRequest } from './request.js';
import { isWorthAnotherTry, pauseMs, retryAfterMs } from './retry.js';
import type { RetryRules } from './retry.js';
import { localTrouble } from './result.js';
import type { Result } from './result.js';
import type { Surroundings } from './surroundings.js';

export interface Line {
  readonly baseUrl: string;
  readonly around: Surroundings;
  readonly authorisation: Authorisation;
  readonly credentials: Credentials['kind'];
}

export interface Sending {
  readonly request: PreparedRequest;
  /** Needs no credentials. */
  readonly open: boolean;
  readonly rules: RetryRules;
  readonly signal?: AbortSignal | undefined;
}

interface Attempt {
  readonly result: Result<unknown>;
  /** Null: final. */
  readonly again: { readonly afterMs: number | null } | null;
}

export async function exchange(line: Line, sending: Sending): Promise<Result<unknown>> {
  const { rules, signal } = sending;
  const { around } = line;
  const deadline = around.now() + rules.giveUpAfterMs;
  for (let failures = 1; ; failures += 1) {
    const { result, again } = await attempt(line, sending);
    if (again === null) return result;
    const pause = pauseMs(failures, again.afterMs, { rules, random: around.random });
    if (around.now() + pause > deadline) return result;
    await around.sleep(pause, signal);
    if (signal?.aborted === true) return { ok: false, problem: localTrouble('stopped') };
  }
}

async function attempt(line: Line, sending: Sending): Promise<Attempt> {
  const first = await once(line, sending);
  const isUnknownToken = !first.result.ok && first.result.problem.status === 401;
  // The keys of the service may have changed since the token was issued: one fresh token, at once.
  return isUnknownToken && !sending.open && line.authorisation.refused() ? once(line, sending) : first;
}

async function once({ baseUrl, around, authorisation, credentials }: Line, sending: Sending): Promise<Attempt> {
  const { request, open, rules, signal } = sending;
  const { method, url, headers, body } = request;
  try {
    const authority = open ? {} : await authorisation.headers();
    if (authority === null) return { result: { ok: false, problem: REFUSED_CREDENTIALS }, again: null };
    const timeout = AbortSignal.timeout(rules.attemptTimeoutMs);
    const response = await around.fetch(`${baseUrl}${url}`, {
      method,
      headers: { ...headers, ...authority },
      redirect: 'manual',
      credentials: credentials === 'session' ? 'include' : 'omit',
      signal: signal === undefined ? timeout : firstOf(timeout, signal),
      ...(body === undefined ? {} : { body }),
    });
    const result = await resultOf(response);
    if (result.ok || !isWorthAnotherTry(response.status)) return { result, again: null };
    return { result, again: { afterMs: retryAfterMs(response.headers.get('retry-after'), around.now()) } };
  } catch (fault) {
    if (signal?.aborted === true) return { result: { ok: false, problem: localTrouble('stopped') }, again: null };
    return {
      result: { ok: false, problem: localTrouble('unreachable', { cause: nameOf(fault) }) },
      again: { afterMs: null },
    };
  }
}

/** Fires with the first of the two. Not `AbortSignal.any`: the last browsers of Windows 7 and 8.1 have none. */
function firstOf(...signals: readonly AbortSignal[]): AbortSignal {
  const either = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) either.abort(signal.reason);
    signal.addEventListener('abort', () => either.abort(signal.reason), { once: true, signal: either.signal });
  }
  return either.signal;
}

const REFUSED_CREDENTIALS = {
  ...localTrouble('answer-unreadable'),
  type: '/docs/problems#unauthenticated',
  status: 401,
  code: 'unauthenticated',
  title: 'Thông tin đăng nhập của phần mềm không được chấp nhận.',
  titleEn: 'The credentials of this software were not accepted.',
  todo: 'Kiểm tra mã và khóa bí mật của cơ quan.',
  todoEn: 'Check the client id and the secret of the agency.',
} as const;

/** ECONNREFUSED, ENOTFOUND, TimeoutError …: never the address or what was sent. */
function nameOf(fault: unknown): string {
  if (!(fault instanceof Error)) return 'unknown';
  const { cause } = fault;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return fault.name;
}
