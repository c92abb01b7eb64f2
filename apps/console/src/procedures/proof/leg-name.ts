/** What a leg of a proof is called: `step:appraisal` by the name the definition gives it. */
import { useCallback } from 'react';
import { useWords } from '../../words/catalogue.js';
import { useSay } from '../../words/language.js';
import { listAt, valueAt } from '../form/json.js';
import type { Json } from '../form/json.js';
import { proofWords } from './proof-words.js';

const LISTS: Readonly<Record<string, string>> = { step: 'steps', consultation: 'consultations' };

export function useLegName(definition: Json): (key: string) => string {
  const names: Readonly<Record<string, string>> = useWords(proofWords).legs;
  const say = useSay();
  return useCallback(
    (key) => {
      const [kind = '', name] = key.split(':');
      const item = listAt(definition, LISTS[kind] ?? '').find((one) => valueAt(one, 'key') === name);
      if (item === undefined) return names[key] ?? key;
      return say(String(valueAt(item, 'name') ?? key), String(valueAt(item, 'nameEn') ?? key));
    },
    [definition, names, say],
  );
}
