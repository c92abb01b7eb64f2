/** Parent of every screen: below it somebody is signed in. */
import { createRoute, redirect } from '@tanstack/react-router';
import { queries } from '../service/queries.js';
import { troubleOf } from '../service/service.js';
import { meQuery } from '../service/me-query.js';
import { Frame } from './frame.js';
import { rootRoute } from './root-route.js';
import { ScreenFault } from './screen-fault.js';

export const frameRoute = createRoute({
  id: 'frame',
  getParentRoute: () => rootRoute,
  component: Frame,
  errorComponent: ScreenFault,
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData(meQuery);
    } catch (fault) {
      if (troubleOf(fault)?.status === 401) throw redirect({ to: '/sign-in', search: { next: location.href } });
      throw fault;
    }
  },
});
