/** The parts of a screen, as links; the one that is open is marked. */
import type { ReactNode } from 'react';
import style from './tabs.module.css';

/** `children`: one `<li>` with a link for each. */
export function Tabs({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <nav className={`${style['tabs']} no-print`} aria-label={label}>
      <ul>{children}</ul>
    </nav>
  );
}
