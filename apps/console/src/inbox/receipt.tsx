/** The receipt of a dossier with its appointment. There is none before the service has given the number. */
import type { Dossier } from '@lien-thong/client';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Answered } from '../parts/answered.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { papersOf } from './papers.js';
import { receiptWords } from './receipt-words.js';
import style from './receive.module.css';
import { timelineQuery } from './timeline-query.js';

interface Properties {
  readonly code: string;
  readonly secret: string;
  readonly onNext: () => void;
}

export function Receipt({ code, secret, onNext }: Properties) {
  const words = useWords(receiptWords);
  const dossier = useQuery({
    queryKey: [ABOUT.dossier, code, 'persons'],
    queryFn: () => valueFrom(service.readDossier({ code, persons: 'true' })),
  });
  return (
    <>
      <p role="status" className={`${style['done']} no-print`}>
        ✓ {words.done(code)}
      </p>
      <div className={`row ${style['after']} no-print`}>
        <button type="button" className="primary" disabled={dossier.data === undefined} onClick={() => print()}>
          {words.print}
        </button>
        <button type="button" onClick={onNext}>
          {words.next}
        </button>
        <Link to="/dossiers/$code" params={{ code }}>
          {words.look}
        </Link>
      </div>
      <Answered question={dossier}>{(value) => <Paper dossier={value} secret={secret} />}</Answered>
    </>
  );
}

function Paper({ dossier, secret }: { readonly dossier: Dossier; readonly secret: string }) {
  const words = useWords(receiptWords);
  const say = useSay();
  const me = useMe();
  const { code, codeProvisional, procedure, receivingAgency, competentAgency, promise, receivedAt, submittedAt } =
    dossier;
  const applicant = dossier.private?.records.flatMap(({ persons }) => persons).find(({ role }) => role === 'applicant');
  return (
    <article className={`card ${style['paper']}`}>
      <p className={style['office']}>{say(receivingAgency.name, receivingAgency.nameEn)}</p>
      <h2>{words.title}</h2>
      <dl>
        <dt>{words.code}</dt>
        <dd>
          <strong className="code">{code}</strong>
          {codeProvisional && <span className={style['small']}>{words.provisional}</span>}
        </dd>
        <dt>{words.procedure}</dt>
        <dd>{say(procedure.name, procedure.nameEn)}</dd>
        <dt>{words.applicant}</dt>
        <dd>{applicant?.name ?? '–'}</dd>
        <dt>{words.received}</dt>
        <dd>
          <Instant at={receivedAt ?? submittedAt} />
        </dd>
        <dt>{words.promised}</dt>
        <dd>
          <Promised promise={promise} />
        </dd>
        <dt>{words.decides}</dt>
        <dd>{competentAgency === null ? words.notKnown : say(competentAgency.name, competentAgency.nameEn)}</dd>
        <dt>{words.papers}</dt>
        <dd>
          <Papers code={code} />
        </dd>
        <dt>{words.track}</dt>
        <dd>
          <span className={`code ${style['address']}`}>{addressOf(code, secret)}</span>
          <span className={style['small']}>
            {words.secret}: <strong className="code">{secret}</strong>
          </span>
          <span className={style['small']}>{words.keep}</span>
        </dd>
      </dl>
      <div className={style['signatures']}>
        <p>
          {words.giver}
          <span className={style['small']}>{words.sign}</span>
        </p>
        <p>
          {words.officer}
          <span className={style['small']}>{say(me.title ?? '', me.titleEn ?? '')}</span>
        </p>
      </div>
    </article>
  );
}

function Papers({ code }: { readonly code: string }) {
  const words = useWords(receiptWords);
  const timeline = useQuery(timelineQuery(code));
  const papers = papersOf(timeline.data?.journal ?? []);
  if (papers.length === 0) return words.noPapers;
  return papers.map(({ component }) => component).join('; ');
}

function Promised({ promise }: Pick<Dossier, 'promise'>) {
  const words = useWords(receiptWords);
  if (promise === null) return words.noPromise;
  return (
    <strong>
      <Instant at={promise.at} />
      {promise.estimate && ` (${words.estimate})`}
      {promise.provisional && ` (${words.provisionalDate})`}
    </strong>
  );
}

/** Where anybody with the receipt can follow the dossier, without personal data. */
function addressOf(code: string, secret: string): string {
  return `${location.origin}/track/${encodeURIComponent(code)}?k=${encodeURIComponent(secret)}`;
}
