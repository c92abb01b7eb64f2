/** What happens to alerts, one event after the other, for as long as somebody listens: by stream, and by asking where a stream fails. */
import type { AlertNews } from '../api/schemas.generated.js';
import { createClient } from '../create-client.js';
import type { Client, ClientOptions } from '../create-client.js';
import { authorisationOf } from '../http/credentials.js';
import type { Authorisation } from '../http/credentials.js';
import type { Trouble } from '../http/result.js';
import { thisMachine } from '../http/surroundings.js';
import type { Surroundings } from '../http/surroundings.js';
import { serverSent } from './server-sent.js';

export type AlertLine =
  /** Events come as they happen. */
  | 'stream'
  /** A line or proxy lets no stream through: events are asked for. */
  | 'poll'
  | 'down'
  /** Signed out, or no right to alerts. */
  | 'refused';

export interface FollowAlertsOptions extends Pick<ClientOptions, 'baseUrl' | 'credentials' | 'surroundings'> {
  /** Number of the last event that was dealt with; null: from now on. */
  readonly after?: number | null;
  readonly signal?: AbortSignal;
  readonly onLine?: (line: AlertLine, problem: Trouble | null) => void;
  /** The numbers began anew (a backup was restored): what was known has to be read again. */
  readonly onRestart?: () => void;
  readonly rules?: Partial<FollowRules>;
}

export interface FollowRules {
  /** So many streams in a row that brought nothing, and it is asked instead. */
  readonly streamFailures: number;
  readonly pollEveryMs: number;
  /** While asking, a stream is tried again so often. */
  readonly streamAgainAfterMs: number;
  readonly pauseMs: number;
  /** The service says something every 15 seconds; a line that is silent for longer than this is dead. */
  readonly silenceMs: number;
}

const RULES: FollowRules = {
  ...{ streamFailures: 2, pollEveryMs: 5_000, streamAgainAfterMs: 60_000 },
  ...{ pauseMs: 2_000, silenceMs: 45_000 },
};

interface Following {
  readonly client: Client;
  readonly around: Surroundings;
  readonly authorisation: Authorisation;
  readonly options: FollowAlertsOptions;
  readonly rules: FollowRules;
  cursor: number | null;
  failures: number;
  line: AlertLine | null;
}

/**
 * `for await (const { event, alert } of followAlerts({ baseUrl, credentials, after }))`. Every event after `after` that concerns the
 * caller comes once, in order, whatever becomes of the line in between: keep `event.n` once it is dealt with. Ends with the signal.
 */
export async function* followAlerts(options: FollowAlertsOptions): AsyncGenerator<AlertNews> {
  const around = { ...thisMachine, ...options.surroundings };
  const origin = options.baseUrl.replace(/\/+$/, '');
  const following: Following = {
    client: createClient({ ...options, retries: { giveUpAfterMs: 0 } }),
    around,
    authorisation: authorisationOf(options.credentials ?? { kind: 'none' }, origin, around),
    options: { ...options, baseUrl: origin },
    rules: { ...RULES, ...options.rules },
    ...{ cursor: options.after ?? null, failures: 0, line: null },
  };
  while (options.signal?.aborted !== true) {
    const byStream = following.failures < following.rules.streamFailures;
    yield* byStream ? streamed(following) : asked(following);
    await around.sleep(following.rules.pauseMs * (0.5 + around.random() / 2), options.signal);
  }
}

function tell(following: Following, line: AlertLine, problem: Trouble | null = null): void {
  if (following.line === line && problem === null) return;
  following.line = line;
  following.options.onLine?.(line, problem);
}

/** One stream, to its end. */
async function* streamed(following: Following): AsyncGenerator<AlertNews> {
  const { rules, options } = following;
  const over = new AbortController();
  const stop = () => over.abort();
  options.signal?.addEventListener('abort', stop, { once: true });
  let silence = setTimeout(stop, rules.silenceMs);
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(stop, rules.silenceMs);
  };
  following.failures += 1;
  try {
    const response = await openStream(following, over.signal);
    if (response === null) return;
    for await (const { id, event, data } of serverSent(response, heard)) {
      following.failures = 0;
      tell(following, 'stream');
      if (event === 'alert' && data !== null) yield* unseen(following, [JSON.parse(data) as AlertNews]);
      if (id !== null && /^\d+$/.test(id)) following.cursor = Math.max(following.cursor ?? 0, Number(id));
    }
  } catch {
    // Broken off, silent, or stopped: the next one goes on from the number that is known.
    if (options.signal?.aborted !== true && following.failures > 0) tell(following, 'down');
  } finally {
    clearTimeout(silence);
    options.signal?.removeEventListener('abort', stop);
    over.abort();
  }
}

/** The body of the stream; null where there is none to be had. */
async function openStream(following: Following, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | null> {
  const { around, authorisation, options, cursor } = following;
  const response = await around.fetch(`${options.baseUrl}/v1/alerts/stream`, {
    headers: {
      accept: 'text/event-stream',
      ...(await authorisation.headers()),
      ...(cursor === null ? {} : { 'last-event-id': String(cursor) }),
    },
    credentials: options.credentials?.kind === 'session' ? 'include' : 'omit',
    redirect: 'manual',
    signal,
  });
  const isStream = /^text\/event-stream\b/.test(response.headers.get('content-type') ?? '');
  if (response.ok && isStream && response.body !== null) return response.body;
  await response.body?.cancel();
  // A refusal is told, and acted on, by the question that comes next.
  following.failures += 1;
  if (response.status === 401) authorisation.refused();
  return null;
}

/** Asks for what is new, until it is time to try a stream again. */
async function* asked(following: Following): AsyncGenerator<AlertNews> {
  const { client, around, rules, options } = following;
  const until = around.now() + rules.streamAgainAfterMs;
  while (options.signal?.aborted !== true) {
    const page = await client.readAlertEvents({ after: following.cursor ?? 'now', limit: 500 });
    if (!page.ok && page.problem.code === 'alert-numbers-restarted') {
      options.onRestart?.();
      following.cursor = 0;
      following.failures = 0;
      return;
    }
    if (page.ok) {
      tell(following, 'poll');
      yield* unseen(following, page.value.events);
      following.cursor = Math.max(following.cursor ?? 0, page.value.next);
      if (page.value.more) continue;
    } else
      tell(following, page.problem.status === 401 || page.problem.status === 403 ? 'refused' : 'down', page.problem);
    if (around.now() >= until) break;
    await around.sleep(rules.pollEveryMs, options.signal);
  }
  // One more failure of a stream, and it is asked again.
  following.failures = rules.streamFailures - 1;
}

function* unseen(following: Following, news: readonly AlertNews[]): Generator<AlertNews> {
  for (const each of news) {
    const { n } = each.event;
    if (following.cursor !== null && n <= following.cursor) continue;
    yield each;
    following.cursor = n;
  }
}
