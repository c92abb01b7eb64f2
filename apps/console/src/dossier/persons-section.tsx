/** Personal data: shown only when somebody asks, who is told that the look is recorded; never asked for again by itself. */
import { useMutation } from '@tanstack/react-query';
import type { Dossier } from '@lien-thong/client';
import { FaultOf } from '../parts/trouble.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { moreWords } from './more-words.js';

type Private = NonNullable<Dossier['private']>;
type Person = Private['records'][number]['persons'][number];

export function PersonsSection({ code }: { readonly code: string }) {
  const words = useWords(moreWords);
  const look = useMutation({ mutationFn: () => valueFrom(service.readDossier({ code, persons: 'true' })) });
  return (
    <section className="card no-print" aria-labelledby="persons">
      <h2 id="persons">{words.persons}</h2>
      <p className="soft">{words.personsWhy}</p>
      <p>
        {look.data === undefined ? (
          <button type="button" disabled={look.isPending} onClick={() => look.mutate()}>
            {words.askPersons}
          </button>
        ) : (
          <button type="button" onClick={() => look.reset()}>
            {words.hidePersons}
          </button>
        )}
      </p>
      {look.error !== null && <FaultOf fault={look.error} />}
      <div aria-live="polite">{look.data !== undefined && <Known known={look.data.private} />}</div>
    </section>
  );
}

function Known({ known }: { readonly known: Private | null }) {
  const words = useWords(moreWords);
  if (known?.erased === true) return <p>{words.erased}</p>;
  if (known === null || known.records.length === 0) return <p>{words.noPersons}</p>;
  return (
    <>
      {known.records.map(({ persons, texts }, i) => (
        <div key={i} className="stack">
          {persons.map((person, n) => (
            <PersonFacts key={n} person={person} />
          ))}
          {Object.entries(texts).map(([name, text]) => (
            <p key={name}>
              <span className="soft">{name}:</span> {text}
            </p>
          ))}
        </div>
      ))}
    </>
  );
}

const FIELDS = ['identityNumber', 'birthDate', 'phone', 'email', 'address'] as const;

function PersonFacts({ person }: { readonly person: Person }) {
  const words = useWords(moreWords);
  const known = FIELDS.flatMap((field) => {
    const value = person[field];
    return value === undefined ? [] : [`${words[field]}: ${value}`];
  });
  return (
    <p>
      <strong>
        {words.role[person.role]}: {person.name}
      </strong>
      {known.length > 0 && ` · ${known.join(' · ')}`}
    </p>
  );
}
