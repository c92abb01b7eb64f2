/** The keys an agency signs its receipts with; those that have ended, too: old receipts are checked with them. */
import { useQuery } from '@tanstack/react-query';
import { Answered } from '../parts/answered.js';
import { Columns } from '../parts/columns.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { directoryWords } from './words.js';

export function AgencyKeysTable({ agency }: { readonly agency: string }) {
  const words = useWords(directoryWords);
  const question = useQuery({
    queryKey: [ABOUT.directory, 'keys', agency],
    queryFn: () => valueFrom(service.listAgencyKeys({ id: agency })),
  });
  return (
    <section className="card" aria-labelledby="keys">
      <h2 id="keys">{words.keys}</h2>
      <Answered question={question}>
        {({ keys }) =>
          keys.length === 0 ? (
            <p>{words.noKeys}</p>
          ) : (
            <table>
              <caption className="visually-hidden">{words.keys}</caption>
              <Columns of={['kid', words.keyStates]} />
              <tbody>
                {keys.map(({ kid, validFrom, validTo }) => (
                  <tr key={kid}>
                    <td>
                      <code>{kid}</code>
                    </td>
                    <td>
                      <Instant at={validFrom} /> – {validTo === null ? words.untilNow : <Instant at={validTo} />}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answered>
    </section>
  );
}
