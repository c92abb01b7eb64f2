/** Before anything is saved: who will be competent, and by which rule. */
import type { Place, ProcedureVersion, Resolution, Trouble as Problem } from '@lien-thong/client';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { placeOf } from '../parts/place-of.js';
import { PlacePick } from '../parts/place-pick.js';
import { Trouble } from '../parts/trouble.js';
import { ABOUT } from '../service/queries.js';
import { service, troubleOf, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { agenciesOf, choicesOf } from './choices-of.js';
import { factsOf } from './reception-draft.js';
import { receiveWords } from './receive-words.js';
import style from './receive.module.css';

interface Properties {
  readonly version: ProcedureVersion;
  readonly place: Place | null;
  readonly onPlace: (place: Place | null) => void;
  readonly day: string;
}

export function Competence({ version, place, onPlace, day }: Properties) {
  const words = useWords(receiveWords);
  const { criterion } = version.competence;
  // Stands there already, of an opening that is put right: it has a code, and its name when the service has answered.
  const [isGiven, setGiven] = useState(place !== null);
  const { data } = useResolution({ version, place, day });
  return (
    <>
      {criterion === 'any' ? (
        <p>{words.noPlace}</p>
      ) : (
        <PlacePick
          key={version.code}
          label={words.place[criterion]}
          {...(isGiven && place !== null && { picked: data?.area?.name ?? words.codeOfPlace(codeOf(place)) })}
          onChange={(area) => {
            setGiven(false);
            onPlace(area === null ? null : placeOf(area));
          }}
        />
      )}
      {(criterion === 'any' || place !== null) && (
        <Answer version={version} place={place} onPlace={onPlace} day={day} />
      )}
    </>
  );
}

const codeOf = (place: Place): string => Object.values(place).join(', ');

function useResolution({ version, place, day }: Omit<Properties, 'onPlace'>) {
  const jurisdiction = factsOf(version, place);
  return useQuery({
    queryKey: [ABOUT.directory, 'resolve', version.code, jurisdiction, day],
    queryFn: () => valueFrom(service.resolveJurisdiction({ body: { procedureCode: version.code, jurisdiction, day } })),
    enabled: version.competence.criterion === 'any' || place !== null,
  });
}

function Answer({ version, place, onPlace, day }: Properties) {
  const words = useWords(receiveWords);
  const { data, error } = useResolution({ version, place, day });
  const problem = troubleOf(error);
  if (data !== undefined) return <Resolved resolution={data} />;
  if (problem === null) return <p role="status">{words.asking}</p>;
  const choices = choicesOf(problem.code, problem.facts, place ?? {});
  // The field it names is the one above.
  return (
    <Trouble problem={{ ...problem, ...todoOf(words, problem, choices.length), errors: [] }}>
      {choices.length > 0 && (
        <div className={style['choices']} role="group" aria-label={words.whichOne}>
          {choices.map((choice) => (
            <button key={choice.name} type="button" onClick={() => onPlace(choice.place)}>
              {choice.name}
            </button>
          ))}
        </div>
      )}
      <Candidates ids={agenciesOf(problem.code, problem.facts)} />
    </Trouble>
  );
}

type ReceiveWords = (typeof receiveWords)['vi'];

/** The service speaks to software of fields; here they are buttons and a box below. */
function todoOf(words: ReceiveWords, { code, todo, todoEn }: Problem, choices: number) {
  if (choices > 0) return { todo: words.whichOne, todoEn: words.whichOne };
  if (!code.startsWith('jurisdiction-')) return { todo, todoEn };
  return { todo: words.holdBelow, todoEn: words.holdBelow };
}

function Resolved({ resolution }: { readonly resolution: Resolution }) {
  const words = useWords(receiveWords);
  const say = useSay();
  const { agency, crossesBoundary, ruleId, legalBasis, area, viaOldUnit } = resolution;
  return (
    <div className={style['resolved']} role="status">
      <p>
        {words.competent}: <strong>{say(agency.name, agency.nameEn)}</strong>
      </p>
      <p>{crossesBoundary ? `→ ${words.crosses}` : `✓ ${words.here}`}</p>
      {viaOldUnit !== null && area !== null && <p>{words.viaOld(viaOldUnit.name, area.name)}</p>}
      <p className="soft">
        {words.rule} <code>{ruleId}</code>: {legalBasis}
      </p>
    </div>
  );
}

function Candidates({ ids }: { readonly ids: readonly string[] }) {
  const words = useWords(receiveWords);
  const say = useSay();
  const agencies = useQueries({
    queries: ids.map((id) => ({
      queryKey: [ABOUT.directory, 'agency', id],
      queryFn: () => valueFrom(service.readAgency({ id })),
    })),
  });
  if (ids.length === 0) return null;
  return (
    <>
      <p>{words.severalAgencies}</p>
      <ul>
        {ids.map((id, i) => {
          const agency = agencies[i]?.data;
          return <li key={id}>{agency === undefined ? id : say(agency.name, agency.nameEn)}</li>;
        })}
      </ul>
    </>
  );
}
