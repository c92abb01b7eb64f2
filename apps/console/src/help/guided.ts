/** Who has seen the tour on this machine. */
import type { Role } from '../service/session.js';

const KEPT = 'lienthong.guided';
/** The role somebody works in most, when he has several. */
const ORDER: readonly Role[] = ['clerk', 'supervisor', 'admin', 'auditor'];

const seen = (): readonly string[] => (localStorage.getItem(KEPT) ?? '').split(' ');

export function guidedAs(role: Role): void {
  if (!seen().includes(role)) localStorage.setItem(KEPT, [...seen(), role].join(' ').trim());
}

/** The role whose tour comes next; null when all were seen. */
export function nextGuide(roles: readonly Role[]): Role | null {
  return ORDER.find((role) => roles.includes(role) && !seen().includes(role)) ?? null;
}
