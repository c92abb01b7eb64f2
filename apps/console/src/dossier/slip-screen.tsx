/** The slip that goes with paper from one counter to the other. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { Dossier, Timeline } from '@lien-thong/client';
import { Answered } from '../parts/answered.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { NamesOfDossier } from './names.js';
import { handOverOf, papersOf } from './slip.js';
import { SlipHead } from './slip-head.js';
import { SlipPapers } from './slip-papers.js';
import { SlipReceipts } from './slip-receipts.js';
import { SlipSignatures } from './slip-signatures.js';
import { slipWords } from './slip-words.js';
import style from './slip.module.css';
import { useBoth } from './use-both.js';

const route = getRouteApi('/frame/dossiers/$code/slip');

export function SlipScreen() {
  const { code } = route.useParams();
  const dossier = useQuery({
    queryKey: [ABOUT.dossier, code],
    queryFn: () => valueFrom(service.readDossier({ code })),
  });
  const timeline = useQuery({
    queryKey: [ABOUT.dossier, code, 'timeline'],
    queryFn: () => valueFrom(service.readTimeline({ code })),
  });
  return (
    <Answered question={dossier}>
      {(known) => (
        <Answered question={timeline}>
          {(past) => (
            <NamesOfDossier dossier={known} timeline={past}>
              <Slip dossier={known} timeline={past} />
            </NamesOfDossier>
          )}
        </Answered>
      )}
    </Answered>
  );
}

function Slip({ dossier, timeline }: { readonly dossier: Dossier; readonly timeline: Timeline }) {
  const words = useWords(slipWords);
  const both = useBoth();
  const { code, at } = dossier;
  const handOver = handOverOf(dossier, timeline.journal);
  return (
    <article className={`card ${style['slip']}`}>
      <header className="spread">
        <h1>
          {both(({ title }) => title[handOver.kind])} <span className={style['code']}>{code}</span>
        </h1>
        <p className="row no-print">
          <button type="button" className="primary" onClick={() => window.print()}>
            {words.print}
          </button>
          <Link to="/dossiers/$code" params={{ code }}>
            {words.back}
          </Link>
        </p>
      </header>
      <p className="soft">{both(({ notAForm }) => notAForm)}</p>
      <SlipHead dossier={dossier} handOver={handOver} />
      <SlipPapers papers={papersOf(handOver.kind, timeline.journal)} />
      <SlipSignatures handOver={handOver} />
      <SlipReceipts dossier={dossier} whole={timeline.whole} />
      <footer className="soft">
        {both(({ printed }) => printed)} <Instant at={at} />. {both(({ page }) => page)}
      </footer>
    </article>
  );
}
