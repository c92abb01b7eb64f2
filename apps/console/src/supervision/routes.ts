/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';
import { texts } from '../app/search.js';

const alertsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/supervision',
  validateSearch: (search) => texts(search, 'level', 'cause', 'decision', 'state', 'alert', 'group', 'agency', 'whose'),
  component: lazyRouteComponent(() => import('./alerts-screen.js'), 'AlertsScreen'),
});

const delaysRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/supervision/delays',
  validateSearch: (search) => texts(search, 'from', 'to', 'agency', 'procedure', 'show', 'cell'),
  component: lazyRouteComponent(() => import('./delays-screen.js'), 'DelaysScreen'),
});

const slackRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/supervision/slack',
  validateSearch: (search) => texts(search, 'rows', 'open', 'agency', 'procedure', 'band'),
  component: lazyRouteComponent(() => import('./slack-screen.js'), 'SlackScreen'),
});

const conflictsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/supervision/conflicts',
  validateSearch: (search) => texts(search, 'state'),
  component: lazyRouteComponent(() => import('./conflicts-screen.js'), 'ConflictsScreen'),
});

const outagesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/supervision/outages',
  validateSearch: (search) => texts(search, 'outage'),
  component: lazyRouteComponent(() => import('./outages-screen.js'), 'OutagesScreen'),
});

export const supervisionRoutes = [alertsRoute, delaysRoute, slackRoute, conflictsRoute, outagesRoute] as const;
