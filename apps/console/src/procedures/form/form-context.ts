/** What every field of the form needs to know: the definition, how to change it, and what was found at which place. */
import { createContext, useContext } from 'react';
import type { Json, Path } from './json.js';

/** Something wrong, or worth a look, at a place. */
export interface Finding {
  readonly path: Path;
  readonly severity: 'error' | 'warning';
  readonly sentence: string;
  readonly sentenceEn: string;
}

export interface Form {
  readonly definition: Json;
  /** Counts changes that did not come from a field: fields that keep what is typed begin anew. */
  readonly generation: number;
  readonly put: (path: Path, value: Json | undefined) => void;
  readonly move: (path: Path, way: { readonly from: number; readonly to: number }) => void;
  readonly findings: readonly Finding[];
}

export const FormOfDefinition = createContext<Form>({
  definition: null,
  generation: 0,
  put: () => undefined,
  move: () => undefined,
  findings: [],
});

export const useForm = (): Form => useContext(FormOfDefinition);

/** The element around the field of a place; findings lead to it. */
export const elementOf = (path: Path): string => `field:${path}`;

/** Brings the field of a place into sight, unfolds what hides it, and puts the cursor there. */
export function goToField(path: Path): void {
  const place = document.getElementById(elementOf(path));
  if (place === null) return;
  for (let fold = place.closest('details'); fold !== null; fold = fold.parentElement?.closest('details') ?? null) {
    fold.open = true;
  }
  place.scrollIntoView({ block: 'center' });
  place.querySelector<HTMLElement>('input, select, textarea')?.focus();
}
