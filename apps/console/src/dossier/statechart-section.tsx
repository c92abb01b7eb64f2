/** The statechart of the procedure with the place of the dossier: folded, and asked for only when it is opened. */
import { useQuery } from '@tanstack/react-query';
import type { Dossier, JournalEntry, Machine, Timeline } from '@lien-thong/client';
import { useState } from 'react';
import { Answered } from '../parts/answered.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { useSay } from '../words/language.js';
import { useNames } from './names.js';
import { passedIn } from './passed.js';
import { Statechart } from './statechart.js';
import style from './statechart.module.css';
import { statechartWords } from './statechart-words.js';

interface Properties {
  readonly dossier: Dossier;
  readonly timeline: Timeline;
}

const DAY_MS = 86_400_000;

export function StatechartSection({ dossier, timeline }: Properties) {
  const words = useWords(statechartWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="card no-print" aria-labelledby="statechart">
      <h2 id="statechart">{words.heading}</h2>
      <details onToggle={({ currentTarget: { open } }) => setOpen(open)}>
        <summary>{words.show}</summary>
        {isOpen && <Opened dossier={dossier} timeline={timeline} />}
      </details>
    </section>
  );
}

function Opened({ dossier, timeline: { journal } }: Properties) {
  const { code, version } = dossier.procedure;
  const machine = useQuery({
    queryKey: [ABOUT.procedures, code, version, 'machine'],
    queryFn: () => valueFrom(service.readMachine({ code, version })),
    staleTime: DAY_MS,
  });
  return (
    <Answered question={machine}>
      {(known) => (
        <div className="stack">
          <Statechart
            diagram={known.diagram}
            passed={passedIn(journal, dossier)}
            now={{ vi: dossier.phaseName, en: dossier.phaseNameEn }}
          />
          <Way dossier={dossier} journal={journal} machine={known} />
        </div>
      )}
    </Answered>
  );
}

interface WayProperties {
  readonly dossier: Dossier;
  readonly journal: readonly JournalEntry[];
  readonly machine: Machine;
}

/** The same in words: the states passed, and what leads on from here. */
function Way({ dossier: { phase }, journal, machine: { diagram } }: WayProperties) {
  const words = useWords(statechartWords);
  const names = useNames();
  const say = useSay();
  const turns = journal.filter((entry, i) => entry.phase !== journal[i - 1]?.phase);
  const nodeName = (id: string) => {
    const node = diagram.nodes.find((each) => each.id === id);
    return node === undefined ? id : say(node.label, node.labelEn);
  };
  const onward = diagram.edges.filter(({ from }) => from === phase);
  return (
    <>
      <h3>{words.way}</h3>
      <ol className={style['way']}>
        {turns.map(({ id, occurredAt, phase: entered }, i) => (
          <li key={id} aria-current={i === turns.length - 1 ? 'step' : undefined}>
            <span className="soft">{instantText(occurredAt)}</span> {names.phase(entered)}
          </li>
        ))}
      </ol>
      <h3>{words.next}</h3>
      {onward.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <ul>
          {[...new Set(onward.map(({ label, labelEn, to }) => words.arrow(say(label, labelEn), nodeName(to))))].map(
            (line) => (
              <li key={line}>{line}</li>
            ),
          )}
        </ul>
      )}
    </>
  );
}
