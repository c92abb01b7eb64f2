/** Signed receipts known so far. */
import { useQuery } from '@tanstack/react-query';
import type { Dossier } from '@lien-thong/client';
import { Answered } from '../parts/answered.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useNames } from './names.js';
import style from './slip.module.css';
import { useBoth } from './use-both.js';

interface Properties {
  readonly dossier: Dossier;
  /** Who sees a part only may not read them. */
  readonly whole: boolean;
}

export function SlipReceipts({ dossier: { code }, whole }: Properties) {
  const both = useBoth();
  const names = useNames();
  const question = useQuery({
    queryKey: [ABOUT.dossier, code, 'receipts'],
    queryFn: () => valueFrom(service.readReceipts({ code })),
    enabled: whole,
  });
  if (!whole) return null;
  return (
    <Answered question={question}>
      {({ receipts }) => (
        <section>
          {receipts.length === 0 && <p>{both(({ noReceipts }) => noReceipts)}</p>}
          {receipts.length > 0 && (
            <table>
              <caption>{both(({ receipts: label }) => label)}</caption>
              <thead>
                <tr>
                  <th scope="col">{both(({ kind }) => kind)}</th>
                  <th scope="col">{both(({ agency }) => agency)}</th>
                  <th scope="col">{both(({ officer }) => officer)}</th>
                  <th scope="col">{both(({ at }) => at)}</th>
                  <th scope="col">{both(({ receiptNumber }) => receiptNumber)}</th>
                </tr>
              </thead>
              <tbody>
                {receipts.map(({ seq, kind, claims: { iss, officer, occurredAt, jti } }) => (
                  <tr key={`${seq} ${jti}`}>
                    <th scope="row">{both(({ kinds }) => kinds[kind])}</th>
                    <td>{names.agency(iss)}</td>
                    <td>{officer === null ? '–' : names.officer(officer)}</td>
                    <td>
                      <Instant at={occurredAt} />
                    </td>
                    <td className={style['digest']}>
                      <code>{jti}</code>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      )}
    </Answered>
  );
}
