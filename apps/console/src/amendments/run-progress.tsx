/** How far a dry run, a run or its taking back came. */
import type { Amendment } from '@lien-thong/client';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { runWords } from './run-words.js';

export function RunProgress({ amendment: { state, counts } }: { readonly amendment: Amendment }) {
  const words = useWords(runWords);
  const { language } = useLanguage();
  const sum = (open: boolean) =>
    counts
      .filter((count) => !open || count.state === 'pending' || count.state === 'reverting')
      .reduce((all, { dossiers }) => all + dossiers, 0);
  const [all, left] = [sum(false), sum(true)];
  const sentence = state === 'looking' ? words.looking : state === 'running' ? words.running : words.reverting;
  return (
    <section className="card" aria-live="polite">
      <p>{sentence}</p>
      {state === 'looking' ? (
        <progress aria-label={sentence} />
      ) : (
        <>
          <progress aria-label={sentence} max={Math.max(all, 1)} value={all - left} />{' '}
          {words.progress(numberText(all - left, language), numberText(all, language))}
        </>
      )}
    </section>
  );
}
