/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';

const outboxRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/outbox',
  component: lazyRouteComponent(() => import('./outbox-screen.js'), 'OutboxScreen'),
});

export const outboxRoutes = [outboxRoute] as const;
