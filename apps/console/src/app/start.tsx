/** Draws the console. The largest part of what is loaded first; what it shows is being asked for meanwhile (main.ts). */
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from '../service/queries.js';
import { LanguageOfPage } from '../words/language.js';
import { router } from './router.js';

const place = document.getElementById('console');
if (place === null) throw new Error('the page has no place for the console');

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
