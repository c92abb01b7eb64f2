/** What else belongs to a dossier: opinions, papers, persons (only when asked for), apologies. */
import { useQuery } from '@tanstack/react-query';
import type { Dossier, Timeline } from '@lien-thong/client';
import { Link } from '@tanstack/react-router';
import { listWords } from '../acts/list-words.js';
import { Answered } from '../parts/answered.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { useSay } from '../words/language.js';
import { DocumentsSection } from './documents-section.js';
import { moreWords } from './more-words.js';
import { useNames } from './names.js';
import { PersonsSection } from './persons-section.js';

interface Properties {
  readonly dossier: Dossier;
  readonly timeline: Timeline;
  readonly isPast: boolean;
  readonly asOf: string | null;
}

export function MoreSection({ dossier, timeline, isPast, asOf }: Properties) {
  return (
    <>
      {dossier.consultations.length > 0 && <Opinions dossier={dossier} />}
      <DocumentsSection timeline={timeline} />
      {dossier.apologies > 0 && <Apologies dossier={dossier} asOf={asOf} />}
      {!isPast && <PersonsSection code={dossier.code} />}
    </>
  );
}

function Opinions({ dossier: { consultations } }: Pick<Properties, 'dossier'>) {
  const words = useWords(moreWords);
  const names = useNames();
  const say = useSay();
  return (
    <section className="card" aria-labelledby="opinions">
      <h2 id="opinions">{words.opinions}</h2>
      <div className="scroll">
        <table>
          <caption className="visually-hidden">{words.opinions}</caption>
          <thead>
            <tr>
              <th scope="col">{words.opinion}</th>
              <th scope="col">{words.agency}</th>
              <th scope="col">{words.requestedAt}</th>
              <th scope="col">{words.state}</th>
            </tr>
          </thead>
          <tbody>
            {consultations.map(({ key, name, nameEn, agency, requestedAt, state }) => (
              <tr key={`${key} ${requestedAt}`}>
                <th scope="row">{say(name, nameEn)}</th>
                <td>{names.agency(agency.id)}</td>
                <td>
                  <Instant at={requestedAt} />
                </td>
                <td>{words.states[state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

export function useApologies(code: string, asOf: string | null) {
  const past = asOf === null ? {} : { asOf };
  return useQuery({
    queryKey: [ABOUT.dossier, code, 'apologies', asOf],
    queryFn: () => valueFrom(service.readApologies({ code, ...past })),
  });
}

function Apologies({ dossier: { code }, asOf }: Pick<Properties, 'dossier' | 'asOf'>) {
  const words = useWords(moreWords);
  const lists = useWords(listWords);
  const apologies = useApologies(code, asOf);
  return (
    <section className="card" aria-labelledby="apologies">
      <h2 id="apologies">{words.apologies}</h2>
      <Answered question={apologies}>
        {({ letters }) => (
          <ul>
            {letters.map(({ seq, newPromise, delivered }) => (
              <li key={seq}>
                <Link
                  to="/dossiers/$code"
                  params={{ code }}
                  search={{ letter: String(seq), ...(asOf === null ? {} : { asOf }) }}
                >
                  {words.letter(instantText(newPromise))}
                </Link>
                {': '}
                {delivered === null
                  ? words.notDelivered
                  : words.delivered(
                      instantText(delivered.at),
                      lists.handing[delivered.means as keyof typeof lists.handing] ?? delivered.means,
                    )}
              </li>
            ))}
          </ul>
        )}
      </Answered>
    </section>
  );
}
