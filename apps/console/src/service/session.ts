/** Who is signed in. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { forgetMe } from './kept-me.js';
import { meQuery } from './me-query.js';
import type { Me, Role } from './me.js';
import { queries } from './queries.js';
import { service } from './service.js';

export type { Me, Role } from './me.js';

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
