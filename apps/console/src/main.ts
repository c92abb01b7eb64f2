/**
 * What runs first, and little of it: it asks the service who is here and what lies in the inbox. On a slow line and an old machine the
 * answers are there by the time the browser has read what draws them. What draws them comes in pieces: one is read while the next is
 * on its way.
 */
import './styles/base.css';
import { inboxQuery } from './inbox/inbox-query.js';
import { queries } from './service/queries.js';
import { meQuery } from './service/me-query.js';

if (location.pathname !== '/sign-in') void queries.prefetchQuery(meQuery);
if (location.pathname === '/inbox') {
  if (location.search === '') void queries.prefetchInfiniteQuery(inboxQuery({}));
  void import('./inbox/inbox-screen.js');
}
void import('./app/router.js');
void import('./app/start.js');
