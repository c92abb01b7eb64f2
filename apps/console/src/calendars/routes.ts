/** The addresses of these screens; each screen is loaded when it is opened. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { frameRoute } from '../app/frame-route.js';
import { texts } from '../app/search.js';

const calendarsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/calendars',
  component: lazyRouteComponent(() => import('./calendars-screen.js'), 'CalendarsScreen'),
});

const calendarRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/calendars/$calendar',
  // `write` is `new` for a draft that has no number yet.
  validateSearch: (search) => texts(search, 'version', 'write'),
  component: lazyRouteComponent(() => import('./calendar-screen.js'), 'CalendarScreen'),
});

export const calendarRoutes = [calendarsRoute, calendarRoute] as const;
