/** Who is signed in. */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { forgetMe, keepMe, keptMe } from './kept-me.js';
import { ABOUT, queries } from './queries.js';
import type { Me, Role } from './me.js';
import { service, valueFrom } from './service.js';

export type { Me, Role } from './me.js';

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

/** The officer at this page. Only below the frame, which signs in first. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function has(me: Me, ...roles: readonly Role[]): boolean {
  return roles.some((role) => me.roles.includes(role));
}

/** Nothing that was read under one name may be seen under the next. */
export async function signOut(): Promise<void> {
  await service.signOut();
  forgetMe();
  queries.clear();
  location.assign('/sign-in');
}
