/**
 * Who was signed in last, kept on this machine, so that the page and its outbox open without a line. It names an office and a
 * title, no person, and opens nothing: the service asks for the session with every request.
 */
import type { Me } from './me.js';

const KEPT = 'lienthong.me';

export function keepMe(me: Me): void {
  const text = JSON.stringify(me);
  if (localStorage.getItem(KEPT) !== text) localStorage.setItem(KEPT, text);
}

export function keptMe(): Me | undefined {
  const text = localStorage.getItem(KEPT);
  return text === null ? undefined : (JSON.parse(text) as Me);
}

/** Before somebody else signs in: nothing may be opened, let alone sent, under the name of the last one. */
export function forgetMe(): void {
  localStorage.removeItem(KEPT);
}

/** In another window of this browser somebody else has signed in, or out: this one's cookie is no longer that of `id`. */
export function onOtherOfficer(id: string, tell: () => void): () => void {
  const hear = ({ key, newValue }: StorageEvent) => {
    if (key === KEPT && (newValue === null || (JSON.parse(newValue) as Me).id !== id)) tell();
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}
