/** A version that is being written: its form, and the definition the form makes. */
import type { CalendarDefinition } from '@lien-thong/client';
import { useCallback, useMemo, useState } from 'react';
import { definitionOf, formOf } from './form.js';
import type { CalendarForm, Kind, Written } from './form.js';

export interface Writing {
  readonly form: CalendarForm;
  /** Null while the form is incomplete. */
  readonly definition: CalendarDefinition | null;
  /** Counts what did not come from a field: fields that keep their own text begin anew then. */
  readonly generation: number;
  readonly change: (change: Partial<CalendarForm>) => void;
  readonly replace: (written: Written) => void;
}

export function useWriting(kind: Kind, first: () => CalendarForm): Writing {
  const [{ form, generation }, setState] = useState(() => ({ form: first(), generation: 0 }));
  const change = useCallback<Writing['change']>(
    (part) => setState((now) => ({ ...now, form: { ...now.form, ...part } })),
    [],
  );
  const replace = useCallback<Writing['replace']>(
    (written) =>
      setState((now) => {
        const next = now.generation + 1;
        return { form: formOf(written, `${next}.`), generation: next };
      }),
    [],
  );
  const definition = useMemo(() => definitionOf(form, kind), [form, kind]);
  return { form, definition, generation, change, replace };
}
