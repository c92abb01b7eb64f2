/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';
import { texts } from '../app/search.js';

const amendmentsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/amendments',
  // `write` is `new` while a draft is being written.
  validateSearch: (search) => texts(search, 'write'),
  component: lazyRouteComponent(() => import('./amendments-screen.js'), 'AmendmentsScreen'),
});

const amendmentRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/amendments/$amendment',
  validateSearch: (search) => texts(search, 'state', 'overdue', 'write'),
  component: lazyRouteComponent(() => import('./amendment-screen.js'), 'AmendmentScreen'),
});

export const amendmentRoutes = [amendmentsRoute, amendmentRoute] as const;
