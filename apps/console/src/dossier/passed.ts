/** Which places of the statechart a dossier has passed, and where it stands now. */
import type { CommandName, Dossier, EventType, JournalEntry } from '@lien-thong/client';
import { DONE_BY } from './done-by.js';

export interface Passed {
  /** Ids of the diagram's boxes. */
  readonly now: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  /** `arrowKey` of the arrows that were taken. */
  readonly arrows: ReadonlySet<string>;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly command: CommandName;
}

export const START = 'start';

const OPINIONS: Readonly<Partial<Record<EventType, string>>> = {
  'dossier.consultationRequested.v1': 'open',
  'dossier.consultationAnswered.v1': 'answered',
  'dossier.consultationCancelled.v1': 'cancelled',
};

export const arrowKey = ({ from, to, command }: Arrow): string => `${from} ${to} ${command}`;

/** Every fact of the journal names the phase after it; two that follow one another with different phases took an arrow. Pure. */
export function passedIn(journal: readonly JournalEntry[], dossier: Pick<Dossier, 'phase'>): Passed {
  const arrows = new Set<string>();
  const before = new Set<string>([START]);
  let place: string = START;
  for (const { type, phase } of journal) {
    const command = DONE_BY[type];
    if (phase !== place && command !== null) arrows.add(arrowKey({ from: place, to: phase, command }));
    before.add(phase);
    place = phase;
  }
  const opinions = opinionsIn(journal, { before, arrows });
  const now = new Set<string>([dossier.phase, ...opinions]);
  for (const id of now) before.delete(id);
  return { now, before, arrows };
}

/** Where each consultation stands; what it passed is added. */
function opinionsIn(
  journal: readonly JournalEntry[],
  passed: { readonly before: Set<string>; readonly arrows: Set<string> },
): readonly string[] {
  const places = new Map<string, string>();
  for (const { type, data } of journal) {
    const [state, command, key] = [OPINIONS[type], DONE_BY[type], data['consultation']];
    if (state === undefined || command === null || typeof key !== 'string') continue;
    const [from, to] = [places.get(key) ?? `consultation:${key}:idle`, `consultation:${key}:${state}`];
    passed.before.add(from);
    passed.before.add(to);
    passed.arrows.add(arrowKey({ from, to, command }));
    places.set(key, to);
  }
  return [...places.values()];
}
