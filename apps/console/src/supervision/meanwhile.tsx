/** Somebody else was first: what he did, and the way on from there. */
import { useQuery } from '@tanstack/react-query';
import { Answered } from '../parts/answered.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { actWords } from './act-words.js';
import { Journal } from './alert-journal.js';

interface Properties {
  readonly alertId: string;
  /** The version the form was made of. */
  readonly seen: number;
  readonly onSeen: (version: number) => void;
}

/** Versions are counted by what persons did: as many of their acts are new. */
export function Meanwhile({ alertId, seen, onSeen }: Properties) {
  const words = useWords(actWords);
  const question = useQuery({
    queryKey: [ABOUT.alerts, alertId, 'meanwhile', seen],
    queryFn: () => valueFrom(service.readAlert({ id: alertId })),
    staleTime: 0,
  });
  return (
    <section role="alert">
      <p>{words.meanwhile}</p>
      <Answered question={question}>
        {({ journal, version }) => (
          <>
            <Journal events={journal.filter(({ by }) => by !== null).slice(0, version - seen)} />
            <button type="button" onClick={() => onSeen(version)}>
              {words.goOn}
            </button>
          </>
        )}
      </Answered>
    </section>
  );
}
