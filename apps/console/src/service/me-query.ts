/** Asks who is signed in. */
import { queryOptions } from '@tanstack/react-query';
import { keepMe, keptMe } from './kept-me.js';
import { ABOUT } from './queries.js';
import { service, valueFrom } from './service.js';

const MINUTE_MS = 60_000;

export const meQuery = queryOptions({
  queryKey: [ABOUT.me],
  queryFn: async () => {
    const me = await valueFrom(service.readMe());
    keepMe(me);
    return me;
  },
  initialData: keptMe,
  // It is asked for all the same.
  initialDataUpdatedAt: 0,
  staleTime: MINUTE_MS,
  refetchInterval: MINUTE_MS,
});
