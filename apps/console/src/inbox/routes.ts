/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';
import { oneOf, texts } from '../app/search.js';
import { queries } from '../service/queries.js';
import { inboxQuery } from './inbox-query.js';
import { QUEUES } from './queues.js';
import type { Queue } from './queues.js';

export interface InboxSearch {
  readonly queue?: Queue | undefined;
  /** `me`, `none` or the id of an officer. */
  readonly assignee?: string | undefined;
  readonly q?: string | undefined;
  /** The dossier in hand. */
  readonly code?: string | undefined;
}

const inboxRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inbox',
  validateSearch: (search): InboxSearch => ({
    ...texts(search, 'assignee', 'q', 'code'),
    queue: oneOf(search['queue'], QUEUES),
  }),
  loaderDeps: ({ search: { queue, assignee, q } }) => ({ queue, assignee, q }),
  // Not waited for: the screen shows how the question stands.
  loader: ({ deps }) => void queries.prefetchInfiniteQuery(inboxQuery(deps)),
  component: lazyRouteComponent(() => import('./inbox-screen.js'), 'InboxScreen'),
});

const receiveRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/inbox/receive',
  /** A refused opening in the outbox of this machine, to be put right; its id alone, nothing of what it says. */
  validateSearch: (search) => texts(search, 'amend'),
  component: lazyRouteComponent(() => import('./receive-screen.js'), 'ReceiveScreen'),
});

export const inboxRoutes = [inboxRoute, receiveRoute] as const;
