/**
 * News of the service, once for all windows of this browser: one window holds the line (a stream of alerts, a feed of
 * dossiers), the others hear it from that one. A browser allows six connections to a host, and a ward has many windows open.
 */
import { followAlerts } from '@lien-thong/client';
import type { AlertNews } from '@lien-thong/client';
import { watchedFetch } from './line.js';
import { ABOUT, queries } from './queries.js';
import { service } from './service.js';
import { has } from './session.js';
import type { Me } from './session.js';

export type News =
  | { readonly kind: 'alert'; readonly news: AlertNews }
  | { readonly kind: 'dossiers'; readonly ids: readonly string[] }
  /** Something may have been missed: everything is read again. */
  | { readonly kind: 'anew' };

const CHANNEL = 'lienthong.news';
const FEED_WAIT_S = 25;
const PAUSE_MS = 5_000;

type Listener = (news: News) => void;
const listeners = new Set<Listener>();

/** Calls `listener` for everything that happens, until the answer is called. */
export function onNews(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Holds or hears the line until `signal` fires. */
export function goLive(me: Me, signal: AbortSignal): void {
  const channel = new BroadcastChannel(`${CHANNEL}.${me.id}`);
  const hear = (news: News) => {
    refresh(news);
    for (const listener of listeners) listener(news);
  };
  const tell = (news: News) => {
    channel.postMessage(news);
    hear(news);
  };
  channel.onmessage = ({ data }: MessageEvent<News>) => hear(data);
  signal.addEventListener('abort', () => channel.close(), { once: true });
  void navigator.locks
    .request(`${CHANNEL}.${me.id}`, { signal }, () =>
      Promise.all([alerts(me, tell, signal), dossiers(me, tell, signal)]),
    )
    // Ended by its signal, while it waited or while it held the line.
    .catch(() => undefined);
}

/** A sweep tells of forty alerts at once: what is on the screen is read again when it is over, not forty times. */
const GATHER_MS = 400;
const stale = new Set<string>();

function becomesStale(...words: readonly string[]): void {
  if (stale.size === 0) {
    setTimeout(() => {
      for (const word of stale) void queries.invalidateQueries({ queryKey: [word] });
      stale.clear();
    }, GATHER_MS);
  }
  for (const word of words) stale.add(word);
}

function refresh(news: News): void {
  if (news.kind === 'anew') return void queries.invalidateQueries();
  becomesStale(...(news.kind === 'alert' ? [ABOUT.alerts] : [ABOUT.inbox, ABOUT.dossier]));
}

async function alerts(me: Me, tell: Listener, signal: AbortSignal): Promise<void> {
  if (!has(me, 'supervisor', 'clerk', 'auditor')) return;
  const surroundings = { fetch: watchedFetch };
  const onRestart = () => tell({ kind: 'anew' });
  const followed = followAlerts({
    baseUrl: location.origin,
    credentials: { kind: 'session' },
    surroundings,
    signal,
    onRestart,
  });
  for await (const news of followed) tell({ kind: 'alert', news });
}

/** The feed is the agency's: a page needs only to know that something has happened, and to which dossier. */
async function dossiers(me: Me, tell: Listener, signal: AbortSignal): Promise<void> {
  if (!has(me, 'clerk')) return;
  let after: string | undefined;
  while (!signal.aborted) {
    const page = await service.readEvents({ after: after ?? 'now', limit: 500, wait: FEED_WAIT_S }, { signal });
    if (!page.ok) {
      if (page.problem.status === 401 || page.problem.status === 403) return;
      after = undefined;
      await pause(PAUSE_MS, signal);
      // What happened meanwhile is not in a feed that begins now.
      if (!signal.aborted) tell({ kind: 'anew' });
      continue;
    }
    after = page.value.next;
    const ids = [...new Set(page.value.events.map(({ subject }) => subject))];
    if (ids.length > 0) tell({ kind: 'dossiers', ids });
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), done()), { once: true });
  });
}
