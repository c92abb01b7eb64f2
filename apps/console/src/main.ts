/**
 * What runs first, and little of it: it asks the service who is here and what lies in the inbox, and draws the most urgent of it. On a
 * slow line and an old machine that is there long before the browser has read what draws the rest, which comes in pieces: one is read
 * while the next is on its way.
 */
import './styles/base.css';
import './inbox/first-rows.css';
import { drawFirstRows } from './inbox/first-rows.js';
import { inboxQuery } from './inbox/inbox-query.js';
import { queries } from './service/queries.js';
import { meQuery } from './service/me-query.js';

/** However long the service takes: what draws the console waits no longer for it. */
const PATIENCE_MS = 1_500;

if (location.pathname !== '/sign-in') void queries.prefetchQuery(meQuery);
if (location.pathname === '/inbox') void import('./inbox/inbox-screen.js');
const isWholeInbox = location.pathname === '/inbox' && location.search === '';
void (isWholeInbox ? Promise.race([drawWhatIsUrgent(), patience()]) : Promise.resolve()).then(drawTheConsole);

/** What goes wrong is told by the screen, which asks for the same. Resolves when the rows are on the screen. */
async function drawWhatIsUrgent(): Promise<void> {
  const asked = inboxQuery({});
  await queries.prefetchInfiniteQuery(asked);
  drawFirstRows(queries.getQueryData(asked.queryKey)?.pages[0]?.dossiers ?? []);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

function drawTheConsole(): void {
  void import('./app/router.js');
  void import('./app/start.js');
}

function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
}
