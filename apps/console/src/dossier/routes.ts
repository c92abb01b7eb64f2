/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';
import { texts } from '../app/search.js';

const dossiersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/dossiers',
  validateSearch: (search) => texts(search, 'q', 'procedure', 'holder', 'phase', 'overdue', 'state', 'cursor'),
  component: lazyRouteComponent(() => import('./dossiers-screen.js'), 'DossiersScreen'),
});

const dossierRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/dossiers/$code',
  validateSearch: (search) => texts(search, 'asOf', 'letter'),
  component: lazyRouteComponent(() => import('./dossier-screen.js'), 'DossierScreen'),
});

const slipRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/dossiers/$code/slip',
  component: lazyRouteComponent(() => import('./slip-screen.js'), 'SlipScreen'),
});

export const dossierRoutes = [dossiersRoute, dossierRoute, slipRoute] as const;
