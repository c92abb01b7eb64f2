/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { COMMANDS } from '../acts/commands.js';
import type { CommandType } from '../acts/form.js';
import { frameRoute } from '../app/frame-route.js';
import { oneOf, texts } from '../app/search.js';

const dossiersRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/dossiers',
  validateSearch: (search) => texts(search, 'q', 'procedure', 'holder', 'phase', 'overdue', 'state', 'cursor'),
  component: lazyRouteComponent(() => import('./dossiers-screen.js'), 'DossiersScreen'),
});

export interface DossierSearch {
  /** The former moment that is looked at. */
  readonly asOf?: string | undefined;
  readonly letter?: string | undefined;
  /** The act somebody was sent here for: its form is opened. */
  readonly act?: CommandType | undefined;
}

const dossierRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/dossiers/$code',
  validateSearch: (search): DossierSearch => ({
    ...texts(search, 'asOf', 'letter'),
    act: oneOf(search['act'], COMMANDS),
  }),
  component: lazyRouteComponent(() => import('./dossier-screen.js'), 'DossierScreen'),
});

const slipRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/dossiers/$code/slip',
  component: lazyRouteComponent(() => import('./slip-screen.js'), 'SlipScreen'),
});

export const dossierRoutes = [dossiersRoute, dossierRoute, slipRoute] as const;
