/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';
import { texts } from '../app/search.js';

const administrationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration',
  validateSearch: (search) => texts(search, 'agency'),
  component: lazyRouteComponent(() => import('./administration-screen.js'), 'AdministrationScreen'),
});

const competencesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/competences',
  validateSearch: (search) => texts(search, 'procedure', 'agency', 'area'),
  component: lazyRouteComponent(() => import('./competences-screen.js'), 'CompetencesScreen'),
});

export const administrationRoutes = [administrationRoute, competencesRoute] as const;
