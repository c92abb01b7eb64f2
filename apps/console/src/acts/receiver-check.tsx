/** Before a dossier is sent: who is competent and why, and whether there is anybody to receive it. */
import { useQuery } from '@tanstack/react-query';
import type { Dossier, Reception, Resolution } from '@lien-thong/client';
import { Answered } from '../parts/answered.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { instantText, minutesText, numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import style from './acts.module.css';
import { jurisdictionOf } from './form.js';
import type { About, CommandType, Filled } from './form.js';
import { formWords } from './words.js';

interface Properties {
  readonly type: CommandType;
  readonly about: About;
  readonly filled: Filled;
}

export function ReceiverCheck({ type, about: { dossier }, filled }: Properties) {
  if (type === 'transfer') return <Competent dossier={dossier} filled={filled} />;
  const to = type === 'redirectTransfer' && filled.texts.destination === 'home' ? undefined : filled.texts.to;
  const chosen = type === 'requestConsultation' ? filled.texts.agencyId : to;
  return chosen === undefined || chosen === '' ? null : <Receiver id={chosen} />;
}

/** The rule is asked again: the place may have been put right since the reception. */
function Competent({ dossier, filled }: { readonly dossier: Dossier; readonly filled: Filled }) {
  const { procedure, jurisdiction, receivingAgency } = dossier;
  const facts = { ...jurisdiction, ...jurisdictionOf(filled).jurisdiction };
  const question = useQuery({
    queryKey: [ABOUT.directory, 'resolve', procedure.code, receivingAgency.id, facts],
    queryFn: () =>
      valueFrom(
        service.resolveJurisdiction({
          body: { procedureCode: procedure.code, jurisdiction: facts, receivingAgency: receivingAgency.id },
        }),
      ),
  });
  return (
    <Answered question={question}>
      {(resolution) => <Receiver id={resolution.agency.id} found={{ resolution, dossier }} />}
    </Answered>
  );
}

interface ReceiverProperties {
  readonly id: string;
  readonly found?: { readonly resolution: Resolution; readonly dossier: Dossier };
}

function Receiver({ id, found }: ReceiverProperties) {
  const words = useWords(formWords);
  const say = useSay();
  const question = useQuery({
    queryKey: [ABOUT.directory, 'reception', id],
    queryFn: () => valueFrom(service.readReception({ id })),
  });
  return (
    <section className={style['panel']} aria-label={words.receiver} aria-live="polite">
      {found !== undefined && <Rule {...found} />}
      <Answered question={question}>
        {(reception) => (
          <>
            {found === undefined && (
              <p>
                <strong>{say(reception.agency.name, reception.agency.nameEn)}</strong>
              </p>
            )}
            <Counter reception={reception} />
          </>
        )}
      </Answered>
    </section>
  );
}

function Rule({ resolution, dossier }: { readonly resolution: Resolution; readonly dossier: Dossier }) {
  const words = useWords(formWords);
  const say = useSay();
  const { agency, ruleId, legalBasis, area, crossesBoundary } = resolution;
  const before = dossier.competentAgency;
  return (
    <>
      <p>
        {words.receiver}: <strong>{say(agency.name, agency.nameEn)}</strong>
        {area !== null && ` · ${area.name}`}
      </p>
      <p className="soft">
        {words.competence(ruleId)} · {legalBasis}
      </p>
      {!crossesBoundary && (
        <p>
          <strong>▲ {words.sameAgency}</strong>
        </p>
      )}
      {before !== null && before.id !== agency.id && (
        <p>
          <strong>▲ {words.changed(say(before.name, before.nameEn))}</strong>
        </p>
      )}
    </>
  );
}

function Counter({ reception }: { readonly reception: Reception }) {
  const words = useWords(formWords);
  const { language } = useLanguage();
  const { openNow, opensAt, line, receipts, waiting } = reception;
  const days = numberText(receipts.days, language);
  const median = (minutes: number | null) =>
    minutes === null ? null : minutes < 1 ? words.atOnce : minutesText(minutes, language);
  const arrives = median(receipts.medianMinutes);
  const accepts = median(receipts.medianAcceptanceMinutes);
  const closed = opensAt === null ? words.closed : words.closedUntil(instantText(opensAt));
  return (
    <ul className={style['marks']}>
      <li>{openNow === null ? `◌ ${words.openUnknown}` : openNow ? `✓ ${words.openNow}` : `▲ ${closed}`}</li>
      <li>{line === null ? `◌ ${words.lineUnknown}` : `· ${words.line[line]}`}</li>
      <li>
        {'· '}
        {arrives === null ? words.noMedian(days) : words.median(arrives, days)}
        {accepts !== null && `; ${words.medianAccept(accepts)}`}
      </li>
      <li>{`· ${words.waitingThere(numberText(waiting, language))}`}</li>
    </ul>
  );
}
