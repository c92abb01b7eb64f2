/** What calls for somebody, said politely to those who do not see it appear; many at once are said as a number. */
import type { AlertNews } from '@lien-thong/client';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { supervisionWords } from './words.js';

/** A burst is one announcement. */
const GATHER_MS = 3_000;

export function CallAnnouncer({ calls }: { readonly calls: readonly AlertNews[] }) {
  const words = useWords(supervisionWords).announced;
  const say = useSay();
  const { language } = useLanguage();
  const told = useGathered(calls);
  const [only] = told;
  const text = only === undefined ? '' : told.length > 1 ? words.several(numberText(told.length, language)) : one(only);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {text}
    </p>
  );

  function one({ alert, event }: AlertNews): string {
    const kind = event.kind === 'reopened' || event.kind === 'escalated' ? event.kind : 'opened';
    return words[kind](say(alert.sentence, alert.sentenceEn));
  }
}

/** What came since it was last told, told together. */
function useGathered(calls: readonly AlertNews[]): readonly AlertNews[] {
  const [told, setTold] = useState<readonly AlertNews[]>([]);
  const latest = useRef(calls);
  const toldUpTo = useRef(0);
  useEffect(() => {
    latest.current = calls;
  }, [calls]);
  useEffect(() => {
    const timer = setInterval(() => {
      const fresh = latest.current.filter(({ event }) => event.n > toldUpTo.current);
      if (fresh.length === 0) return;
      toldUpTo.current = Math.max(...fresh.map(({ event }) => event.n));
      setTold(fresh);
    }, GATHER_MS);
    return () => clearInterval(timer);
  }, []);
  return told;
}
