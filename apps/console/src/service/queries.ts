/** What was asked of the service is kept here while the page lives, under keys whose first word is the thing. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { forgetMe } from './kept-me.js';
import { troubleOf } from './service.js';

/** First words of the keys. What happens to a thing makes everything under its word stale (service/live.ts). */
export const ABOUT = {
  me: 'me',
  inbox: 'inbox',
  dossier: 'dossier',
  alerts: 'alerts',
  reports: 'reports',
  procedures: 'procedures',
  calendars: 'calendars',
  amendments: 'amendments',
  directory: 'directory',
  officers: 'officers',
} as const;

const FRESH_MS = 15_000;

/** The client has tried for as long as it makes sense; a "no" does not become a "yes" by asking again. */
function isWorthAsking(failures: number, fault: unknown): boolean {
  const status = troubleOf(fault)?.status;
  return failures < 1 && (status === undefined || status === 0 || status >= 500);
}

/** The session is over: everything on the page was read under it. What waits in the outbox stays there. */
function signInAgain(fault: unknown): void {
  if (troubleOf(fault)?.status !== 401 || location.pathname === '/sign-in') return;
  forgetMe();
  location.assign(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}

export const queries = new QueryClient({
  queryCache: new QueryCache({ onError: signInAgain }),
  defaultOptions: {
    queries: { staleTime: FRESH_MS, retry: isWorthAsking, networkMode: 'always', refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: 'always' },
  },
});
