/** What two versions differ in, in the service's words, and whom it concerns. */
import { useQuery } from '@tanstack/react-query';
import type { VersionDiff } from '@lien-thong/client';
import { Answered } from '../parts/answered.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { diffQuery } from './asked.js';
import { useWording } from './form/wording.js';
import { procedureWords } from './words.js';

interface Properties {
  readonly code: string;
  readonly version: number;
  readonly against: number;
  /** Of a draft: another revision differs otherwise. */
  readonly etag?: string | null;
}

/** The service's sentence; where that only names a member of the definition, the words of the form. */
function ChangeInWords({ path, from, to, sentence, sentenceEn }: VersionDiff['changes'][number]) {
  const say = useSay();
  const { place, value } = useWording();
  const name = place({}, path);
  if (!sentence.startsWith(`${path}:`) || name === path) return <>{say(sentence, sentenceEn)}</>;
  return (
    <>
      {name}: {value(path, from)} → {value(path, to)}
    </>
  );
}

export function DiffView({ code, version, against, etag = null }: Properties) {
  const words = useWords(procedureWords);
  const { language } = useLanguage();
  const question = useQuery(diffQuery(code, { version, against }, etag));
  return (
    <Answered question={question}>
      {({ changes, openDossiers }) => (
        <>
          {changes.length === 0 ? (
            <p>{words.same}</p>
          ) : (
            <ul>
              {changes.map((change, i) => (
                <li key={`${change.path} ${i}`}>
                  <ChangeInWords {...change} />
                </li>
              ))}
            </ul>
          )}
          <p>{words.openDossiers(numberText(openDossiers, language), numberText(against, language))}</p>
        </>
      )}
    </Answered>
  );
}
