/** What is handed over, by whom to whom. */
import type { AgencyRef, Dossier, JournalEntry } from '@lien-thong/client';
import { Fact } from '../parts/fact.js';
import { Instant } from '../parts/instant.js';
import { useSay } from '../words/language.js';
import { useNames } from './names.js';
import type { HandOver } from './slip.js';
import style from './slip.module.css';
import { useBoth } from './use-both.js';

interface Properties {
  readonly dossier: Dossier;
  readonly handOver: HandOver;
}

export function SlipHead({ dossier, handOver }: Properties) {
  const both = useBoth();
  const say = useSay();
  const names = useNames();
  const { procedure, promise } = dossier;
  const { from, to, copy, act } = handOver;
  const whoOf = ({ actor }: JournalEntry) =>
    actor.officerId === null ? names.actor(actor) : names.officer(actor.officerId);
  const agency = ({ name, nameEn, identifier }: AgencyRef) => `${say(name, nameEn)} (${identifier})`;
  return (
    <dl className={style['facts']}>
      <Fact name={both(({ from: label }) => label)}>{agency(from)}</Fact>
      <Fact name={both(({ to: label }) => label)}>{to === null ? both(({ nowhere }) => nowhere) : agency(to)}</Fact>
      <Fact name={both(({ procedure: label }) => label)}>
        {say(procedure.name, procedure.nameEn)} ({procedure.code})
      </Fact>
      {copy !== null && <Fact name={both(({ copy: label }) => label)}>{both(({ copies }) => copies[copy])}</Fact>}
      <Fact name={both(({ handedBy }) => handedBy)}>
        {act === null ? both(({ notHanded }) => notHanded) : whoOf(act)}
      </Fact>
      {act !== null && (
        <Fact name={both(({ handedAt }) => handedAt)}>
          <Instant at={act.occurredAt} />
        </Fact>
      )}
      {promise !== null && (
        <Fact name={both(({ promise: label }) => label)}>
          <Instant at={promise.at} />
        </Fact>
      )}
    </dl>
  );
}
