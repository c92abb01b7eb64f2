/** What two versions differ in, in the service's words, and whom it concerns. */
import { useQuery } from '@tanstack/react-query';
import { Answered } from '../parts/answered.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { diffQuery } from './asked.js';
import { procedureWords } from './words.js';

interface Properties {
  readonly code: string;
  readonly version: number;
  readonly against: number;
  /** Of a draft: another revision differs otherwise. */
  readonly etag?: string | null;
}

export function DiffView({ code, version, against, etag = null }: Properties) {
  const words = useWords(procedureWords);
  const say = useSay();
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
              {changes.map(({ path, sentence, sentenceEn }, i) => (
                <li key={`${path} ${i}`}>{say(sentence, sentenceEn)}</li>
              ))}
            </ul>
          )}
          <p>{words.openDossiers(numberText(openDossiers, language), numberText(against, language))}</p>
        </>
      )}
    </Answered>
  );
}
