import './styles/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { router } from './app/router.js';
import { inboxQuery } from './inbox/inbox-query.js';
import { queries } from './service/queries.js';
import { meQuery } from './service/session.js';
import { LanguageOfPage } from './words/language.js';

const place = document.getElementById('console');
if (place === null) throw new Error('the page has no place for the console');
// Asked before anything is drawn: on a slow line the answers come while the page is still being made.
if (location.pathname !== '/sign-in') void queries.prefetchQuery(meQuery);
if (location.pathname === '/inbox') {
  void import('./inbox/inbox-screen.js');
  if (location.search === '') void queries.prefetchInfiniteQuery(inboxQuery({}));
}

createRoot(place).render(
  <StrictMode>
    <LanguageOfPage>
      <QueryClientProvider client={queries}>
        <Suspense>
          <RouterProvider router={router} />
        </Suspense>
      </QueryClientProvider>
    </LanguageOfPage>
  </StrictMode>,
);
