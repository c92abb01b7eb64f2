/** What the work list asks of the service. Asked for on the way to the screen, so that rows and screen arrive together. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import type { Queue } from './queues.js';

/** A page is what a slow machine draws at once. */
const ROWS = 50;
/** Minutes run although nothing happens. */
const AGAIN_MS = 60_000;

export interface InboxAsked {
  readonly queue?: Queue | undefined;
  /** `me`, `none` or the id of an officer. */
  readonly assignee?: string | undefined;
  readonly q?: string | undefined;
}

export function inboxQuery({ queue, assignee, q }: InboxAsked) {
  return infiniteQueryOptions({
    queryKey: [ABOUT.inbox, 'list', queue ?? null, assignee ?? null, q ?? null],
    queryFn: ({ pageParam, signal }) =>
      valueFrom(service.readInbox({ queue, assignee, q, limit: ROWS, cursor: pageParam ?? undefined }, { signal })),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: AGAIN_MS,
  });
}

/** Who works here, and how much lies with each. */
export const officersQuery = queryOptions({
  queryKey: [ABOUT.officers, 'me'],
  queryFn: () => valueFrom(service.listAgencyOfficers()),
});
