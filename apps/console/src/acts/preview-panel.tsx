/** What would happen, asked of the service without anything being written. */
import { useQuery } from '@tanstack/react-query';
import type { Command, Foreseen } from '@lien-thong/client';
import { eventName } from '../dossier/names.js';
import { nameWords } from '../parts/name-words.js';
import type { WantedAct } from '../outbox/outbox.js';
import { Answered } from '../parts/answered.js';
import { Instant } from '../parts/instant.js';
import { service, troubleOf, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import style from './acts.module.css';
import type { About } from './form.js';
import { momentsOf } from './foreseen.js';
import { inSight } from './in-sight.js';
import { formWords } from './words.js';

interface Properties {
  readonly wanted: WantedAct;
  readonly about: About;
}

export function PreviewPanel({ wanted, about: { dossier } }: Properties) {
  const words = useWords(formWords);
  const { body, occurredAt } = wanted;
  const question = useQuery({
    // Another form asks another question; the same is answered once.
    queryKey: ['foreseen', dossier.code, dossier.version, JSON.stringify([body, occurredAt])],
    queryFn: () => foresee(wanted, dossier.version),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const isCut = troubleOf(question.error)?.status === 0;
  return (
    <section ref={inSight} className={style['panel']} aria-label={words.foreseen} aria-live="polite">
      <h3>{words.foreseen}</h3>
      {isCut ? (
        <p>{words.noPreview}</p>
      ) : (
        <Answered question={question}>{(foreseen) => <Shown {...{ foreseen, dossier }} />}</Answered>
      )}
    </section>
  );
}

/** Whether there is a line is known after one try. */
const ONE_TRY = { retries: { giveUpAfterMs: 0 } };

async function foresee({ code, body, occurredAt }: WantedAct, version: number): Promise<Foreseen> {
  const timed = (occurredAt === undefined ? body : { ...body, occurredAt }) as Command;
  const answer = await valueFrom(
    service.actOnDossier({ code: code ?? '', body: timed, dryRun: 'true', ifMatch: version }, ONE_TRY),
  );
  if (!('dryRun' in answer)) throw new Error('a dry run was answered as an act');
  return answer;
}

interface ShownProperties {
  readonly foreseen: Foreseen;
  readonly dossier: About['dossier'];
}

function Shown({ foreseen, dossier }: ShownProperties) {
  const words = useWords(formWords);
  const names = useWords(nameWords);
  const { phase, facts } = foreseen;
  const phaseName = names.phase[phase];
  return (
    <>
      <p>
        <strong>{phase === dossier.phase ? words.foreseenSame(phaseName) : words.foreseenPhase(phaseName)}</strong>
      </p>
      {momentsOf(foreseen).map(({ kind, at }) => (
        <p key={`${kind} ${at}`}>
          {words.moments[kind]}:{' '}
          <strong>
            <Instant at={at} />
          </strong>
        </p>
      ))}
      <p>{words.foreseenFacts}</p>
      <ul>
        {facts.map(({ type, occurredAt }, i) => (
          <li key={i}>
            {names.event[eventName(type as Parameters<typeof eventName>[0])]} – <Instant at={occurredAt} />
          </li>
        ))}
      </ul>
      <p ref={inSight} className={`soft ${style['last']}`}>
        {words.nothingSent}
      </p>
    </>
  );
}
