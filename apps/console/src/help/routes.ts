/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';

const helpRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/help',
  component: lazyRouteComponent(() => import('./help-screen.js'), 'HelpScreen'),
});

export const helpRoutes = [helpRoute] as const;
