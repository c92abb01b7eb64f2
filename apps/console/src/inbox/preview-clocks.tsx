import type { Dossier } from '@lien-thong/client';
import { Instant } from '../parts/instant.js';
import { TimeLeft } from '../parts/time-left.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import style from './preview.module.css';
import { previewWords } from './preview-words.js';

/** The limit of the dossier, the agency's own leg, and the date on the receipt. */
export function PreviewClocks({ dossier: { clocks, promise } }: { readonly dossier: Dossier }) {
  const words = useWords(previewWords);
  const { agencyId } = useMe();
  const legal = clocks.find(({ id }) => id === 'legal') ?? null;
  const legs = clocks
    .filter(({ status, owner, id }) => status === 'running' && id !== 'legal' && owner?.agency?.id === agencyId)
    .sort((a, b) => (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9'));
  const [leg] = legs;
  return (
    <section>
      <h3>{words.clock}</h3>
      <dl className={style['facts']}>
        {leg !== undefined && (
          <>
            <dt>{words.leg}</dt>
            <dd>
              <TimeLeft clock={leg} />
            </dd>
          </>
        )}
        <dt>{words.limit}</dt>
        <dd>{legal === null ? words.notStarted : <TimeLeft clock={legal} />}</dd>
        <dt>{words.promised}</dt>
        <dd>
          {promise === null ? (
            words.noPromise
          ) : (
            <>
              <Instant at={promise.at} />
              {promise.estimate && ` (${words.estimate})`}
              {promise.provisional && ` (${words.provisional})`}
            </>
          )}
        </dd>
      </dl>
    </section>
  );
}
