import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { administrationRoutes } from '../administration/routes.js';
import { amendmentRoutes } from '../amendments/routes.js';
import { calendarRoutes } from '../calendars/routes.js';
import { directoryRoutes } from '../directory/routes.js';
import { dossierRoutes } from '../dossier/routes.js';
import { helpRoutes } from '../help/routes.js';
import { inboxRoutes } from '../inbox/routes.js';
import { outboxRoutes } from '../outbox/routes.js';
import { procedureRoutes } from '../procedures/routes.js';
import { reportRoutes } from '../reports/routes.js';
import { queries } from '../service/queries.js';
import { meQuery } from '../service/me-query.js';
import { signInRoute } from '../sign-in/routes.js';
import { supervisionRoutes } from '../supervision/routes.js';
import { frameRoute } from './frame-route.js';
import { rootRoute } from './root-route.js';
import { ScreenFault } from './screen-fault.js';
import { homeOf } from './screens.js';

const homeRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  beforeLoad: async () => {
    const { roles } = await queries.ensureQueryData(meQuery);
    throw redirect({ to: homeOf(roles) });
  },
});

const routeTree = rootRoute.addChildren([
  signInRoute,
  frameRoute.addChildren([
    homeRoute,
    ...inboxRoutes,
    ...outboxRoutes,
    ...supervisionRoutes,
    ...dossierRoutes,
    ...procedureRoutes,
    ...calendarRoutes,
    ...amendmentRoutes,
    ...directoryRoutes,
    ...administrationRoutes,
    ...reportRoutes,
    ...helpRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: ScreenFault,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    readonly router: typeof router;
  }
}
