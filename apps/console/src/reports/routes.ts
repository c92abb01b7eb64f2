/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';
import { texts } from '../app/search.js';

const reportsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reports',
  validateSearch: (search) => texts(search, 'report', 'by', 'from', 'to', 'agency', 'procedure', 'cell'),
  component: lazyRouteComponent(() => import('./reports-screen.js'), 'ReportsScreen'),
});

export const reportRoutes = [reportsRoute] as const;
