import type { Dossier, Timeline } from '@lien-thong/client';
import { useQuery } from '@tanstack/react-query';
import { nameWords } from '../parts/name-words.js';
import { Answered } from '../parts/answered.js';
import { useWords } from '../words/catalogue.js';
import { minutesText, numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { papersOf, sizeOf, sizeText } from './papers.js';
import style from './preview.module.css';
import { previewWords } from './preview-words.js';
import { shortName } from './short-names.js';
import { timelineQuery } from './timeline-query.js';

/** Who used the working minutes so far: a small bar, and the same in words. */
export function PreviewShares({ code }: { readonly code: string }) {
  const words = useWords(previewWords);
  return (
    <section>
      <h3>{words.who}</h3>
      <Answered question={useQuery(timelineQuery(code))}>{(timeline) => <Shares timeline={timeline} />}</Answered>
    </section>
  );
}

function Shares({ timeline: { attribution, total } }: { readonly timeline: Timeline }) {
  const words = useWords(previewWords);
  const { language } = useLanguage();
  const say = useSay();
  const { owner: ownerWords } = useWords(nameWords);
  const minutes = (value: number | null) => (value === null ? words.unknownMinutes : minutesText(value, language));
  if (attribution.length === 0) return <p className="soft">{words.nobodyYet}</p>;
  return (
    <>
      <div className={style['bar']} aria-hidden="true">
        {attribution.map(({ owner, legalMinutes }, i) => (
          <span
            key={`${owner.kind} ${owner.agency?.id ?? ''}`}
            className={style[`share${i % SHADES}`]}
            style={{ flexGrow: legalMinutes ?? 0 }}
          />
        ))}
      </div>
      <ul className={style['shares']}>
        {attribution.map(({ owner, legalMinutes }, i) => (
          <li key={`${owner.kind} ${owner.agency?.id ?? ''}`}>
            <span aria-hidden="true" className={`${style['swatch']} ${style[`share${i % SHADES}`]}`} />
            {owner.kind === 'agency'
              ? shortName(say(owner.agency?.name ?? '', owner.agency?.nameEn ?? ''))
              : ownerWords[owner.kind]}
            <span className={style['minutes']}>{minutes(legalMinutes)}</span>
          </li>
        ))}
        {total !== null && (
          <li>
            {words.total}
            <span className={style['minutes']}>{minutes(total.legalMinutes)}</span>
          </li>
        )}
      </ul>
    </>
  );
}

const SHADES = 5;

export function PreviewPapers({ code }: { readonly code: string }) {
  const words = useWords(previewWords);
  const { language } = useLanguage();
  return (
    <section>
      <h3>{words.papers}</h3>
      <Answered question={useQuery(timelineQuery(code))}>
        {({ journal }) => {
          const papers = papersOf(journal);
          if (papers.length === 0) return <p className="soft">{words.noPapers}</p>;
          return (
            <details>
              <summary>
                {words.papersOf(numberText(papers.length, language), sizeText(sizeOf(papers), language))}
              </summary>
              <ul>
                {papers.map(({ component, sha256, size }) => (
                  <li key={`${component} ${sha256}`}>
                    {component} <span className="soft">{sizeText(size, language)}</span>
                  </li>
                ))}
              </ul>
            </details>
          );
        }}
      </Answered>
    </section>
  );
}

/** That the limit is assumed: said wherever the procedure is shown. */
export function PreviewIllustration({ illustration }: { readonly illustration: Dossier['procedure']['illustration'] }) {
  const words = useWords(previewWords);
  const say = useSay();
  if (illustration === null) return null;
  return (
    <details className="soft">
      <summary>{words.illustration}</summary>
      <p>{say(illustration.why, illustration.whyEn)}</p>
    </details>
  );
}
