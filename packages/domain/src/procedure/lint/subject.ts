/** What lint looks at. The definition is parsed but not checked: whatever JSON can say may stand in it. */
import type { Flow } from './flow.js';

/** Days (Viet Nam, ISO) on which a published version takes dossiers in, both ends included. */
export interface Period {
  readonly version: number;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

export interface LintSubject {
  readonly definition: unknown;
  /** What may happen to a dossier; by default what the machine of the definition says, where it is a definition. */
  readonly flow?: Flow;
  /** The other published versions of the procedure. */
  readonly others?: readonly Period[];
}

/** The member of that name, or undefined for what is no object or has no such member. */
export function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[name];
}

/** Members of an object in their order; none for anything else. */
export function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value) : [];
}

/** Items of a list; none for anything else. */
export function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
