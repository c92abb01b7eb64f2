/** Who did what to a version, and when, in the order in which it happened. */
import type { AdministrationAct, CalendarVersions } from '@lien-thong/client';
import blocks from '../parts/blocks.module.css';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { calendarWords } from './words.js';

export type VersionRow = CalendarVersions['versions'][number];

/** Whoever did it: oneself, or by the id the journal knows. */
export function useWho(): (act: AdministrationAct) => string {
  const words = useWords(calendarWords);
  const me = useMe();
  return ({ kind, id }) => {
    if (kind === 'software') return words.software(id);
    return id === (me.officerId ?? me.id) ? words.me : id;
  };
}

export function ActLines({ row: { drafted, changed, published } }: { readonly row: VersionRow }) {
  const words = useWords(calendarWords);
  const who = useWho();
  const said = (act: AdministrationAct | null, sentence: (who: string, at: string) => string) =>
    act === null ? [] : [sentence(who(act), instantText(act.at))];
  const later = changed !== null && changed.at !== drafted?.at ? changed : null;
  const lines = [...said(drafted, words.drafted), ...said(later, words.changed), ...said(published, words.published)];
  return (
    <ul className={blocks['lines']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
