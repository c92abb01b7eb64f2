/** The limit of the national list: known, with its basis; or unknown, with the reason. */
import type { Procedure } from '@lien-thong/client';
import { Badge } from '../parts/badge.js';
import { useWords } from '../words/catalogue.js';
import { useLanguage, useSay } from '../words/language.js';
import { CHOICE_WORDS } from './form/choice-words.js';
import { durationName } from './form/wording.js';
import { procedureWords } from './words.js';

export function LimitOf({ limit, long = false }: { readonly limit: Procedure['limit']; readonly long?: boolean }) {
  const words = useWords(procedureWords);
  const choices = useWords(CHOICE_WORDS);
  const { language } = useLanguage();
  const say = useSay();
  if (limit === null) return <span className="soft">{words.notListed}</span>;
  if (!limit.known) {
    return (
      <>
        <Badge level="unknown">{words.unknownLimit}</Badge>
        <div className="soft">
          {say(limit.why, limit.whyEn)}
          {limit.shown !== null && ` (${words.shown(limit.shown)})`}
        </div>
      </>
    );
  }
  const { duration, amount, unit, illustration, source } = limit;
  return (
    <>
      {duration === null ? (
        <>
          {`${amount ?? ''} ${unit ?? ''}`}
          <div className="soft">{words.noClock}</div>
        </>
      ) : (
        durationName(choices, duration, language)
      )}
      {illustration && <div className="soft">{words.illustration}</div>}
      {long && source !== null && <div className="soft">{words.source(source)}</div>}
    </>
  );
}
