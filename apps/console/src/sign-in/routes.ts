import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../app/root-route.js';
import { texts } from '../app/search.js';

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search) => texts(search, 'next'),
  component: lazyRouteComponent(() => import('./sign-in-screen.js'), 'SignInScreen'),
});
