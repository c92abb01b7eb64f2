/** The name of the window is the heading of the screen; who hears the page instead of seeing it is told of a new one. */
import { useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { RefObject } from 'react';

const PRODUCT = 'Liên Thông';

export function useTitle(main: RefObject<HTMLElement | null>): void {
  const router = useRouter();
  useEffect(() => {
    const { current } = main;
    if (current === null) return;
    const name = () => {
      const heading = current.querySelector('h1')?.textContent ?? '';
      document.title = heading === '' ? PRODUCT : `${heading} · ${PRODUCT}`;
    };
    name();
    const watch = new MutationObserver(name);
    watch.observe(current, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [main]);
  useEffect(
    () =>
      router.subscribe('onResolved', ({ pathChanged, fromLocation }) => {
        // Where a filter was changed, the focus stays with it.
        if (pathChanged && fromLocation !== undefined) main.current?.focus();
      }),
    [router, main],
  );
}
