/** How wide a place is now, in pixels: a drawing keeps the size of its letters whatever the window. */
import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

const USUAL = 1080;
/** Narrower than this it is scrolled instead. */
const LEAST = 560;

export function useWidth(): readonly [RefObject<HTMLDivElement | null>, number] {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(USUAL);
  useLayoutEffect(() => {
    const { current } = place;
    if (current === null) return;
    const measure = () => setWidth(Math.max(LEAST, Math.floor(current.clientWidth)));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(current);
    return () => watcher.disconnect();
  }, []);
  return [place, width];
}
