/** Which dossiers an approval has to name, and which one that takes an amendment back. Pure. */
import type { AmendedDossier } from '@lien-thong/client';

type Judged = Pick<AmendedDossier, 'dossier' | 'state' | 'becomesOverdue' | 'dueBefore' | 'dueAfter'>;

/** Overdue by the change alone, and moved by it: what stays where it is owes the change nothing. */
export function mustBeNamed({ state, becomesOverdue }: Pick<Judged, 'state' | 'becomesOverdue'>): boolean {
  return state === 'moves' && becomesOverdue.length > 0;
}

/**
 * May become overdue by taking the amendment back: its old due minute has passed at `at`, the one it has now has not.
 * The service judges each again; due minutes are those of the dry run, as if the limit ran from then on.
 */
export function mayBeNamedBack({ state, dueBefore, dueAfter }: Omit<Judged, 'dossier'>, at: string): boolean {
  const passed = (due: string | null) => due !== null && Date.parse(due) <= Date.parse(at);
  return state === 'amended' && passed(dueBefore) && !passed(dueAfter);
}

/** Those still to be ticked. */
export function unnamed(all: readonly Pick<Judged, 'dossier'>[], named: ReadonlySet<string>): readonly string[] {
  return all.map(({ dossier }) => dossier).filter((code) => !named.has(code));
}
