/** Working minutes that go from one owner to another. */
import type { OutageRun } from '@lien-thong/client';
import { useAgencyNames } from '../parts/agency-names.js';
import { useWords } from '../words/catalogue.js';
import { minutesText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { outageWords } from './outage-words.js';
import { supervisionWords } from './words.js';

export function MovedMinutes({ moved }: { readonly moved: OutageRun['movedMinutes'] }) {
  const words = useWords(outageWords);
  const kinds: Readonly<Record<string, string>> = useWords(supervisionWords).owner;
  const { language } = useLanguage();
  const agencyName = useAgencyNames(moved.length > 0);
  const nameOf = (owner: string) => kinds[owner] ?? agencyName(owner);
  if (moved.length === 0) return null;
  return (
    <ul>
      {moved.map(({ from, to, minutes }) => (
        <li key={`${from} ${to}`}>{words.moved(minutesText(minutes, language), nameOf(from), nameOf(to))}</li>
      ))}
    </ul>
  );
}
