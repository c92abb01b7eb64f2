/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';
import { texts } from '../app/search.js';

const directoryRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/directory',
  validateSearch: (search) => texts(search, 'area', 'procedure', 'q'),
  component: lazyRouteComponent(() => import('./directory-screen.js'), 'DirectoryScreen'),
});

const agencyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/directory/agencies/$agency',
  component: lazyRouteComponent(() => import('./agency-screen.js'), 'AgencyScreen'),
});

export const directoryRoutes = [directoryRoute, agencyRoute] as const;
