/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';
import { texts } from '../app/search.js';

const proceduresRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/procedures',
  validateSearch: (search) => texts(search, 'q', 'published', 'cursor'),
  component: lazyRouteComponent(() => import('./procedures-screen.js'), 'ProceduresScreen'),
});

const procedureRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/procedures/$code',
  component: lazyRouteComponent(() => import('./procedure-screen.js'), 'ProcedureScreen'),
});

const versionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/procedures/$code/versions/$version',
  component: lazyRouteComponent(() => import('./version-screen.js'), 'VersionScreen'),
});

export const procedureRoutes = [proceduresRoute, procedureRoute, versionRoute] as const;
