/** Which route the proof beside the form looks at: one case, one channel, one way, the desks of two agencies. */
import { useQuery } from '@tanstack/react-query';
import type { Agencies } from '@lien-thong/client';
import { Field } from '../../parts/field.js';
import { useWords } from '../../words/catalogue.js';
import { useSay } from '../../words/language.js';
import { agenciesQuery } from '../asked.js';
import { listAt, valueAt } from '../form/json.js';
import type { Json } from '../form/json.js';
import type { Channel, Route, RouteClass } from './ask.js';
import style from './proof.module.css';
import { proofWords } from './proof-words.js';

const CHANNELS: readonly Channel[] = ['counter', 'online', 'post'];
const WAYS: readonly RouteClass[] = ['crosses', 'crossesByPost', 'sameAgency'];

interface Properties {
  readonly definition: Json;
  readonly route: Route;
  readonly choose: (route: Route) => void;
}

/** Two one-stop centres of one province, people's committees before others: the ordinary route across a boundary. Null before agencies are known. */
export function usualRoute(definition: Json, agencies: Agencies['agencies'] | undefined): Route | null {
  const receivers = agencies?.filter(({ oneStopUnit }) => oneStopUnit !== null) ?? [];
  const committees = receivers.filter(({ kind }) => kind === 'peoplesCommittee');
  const [receiver] = [...committees, ...receivers];
  if (receiver === undefined) return null;
  const decider = [...committees, ...receivers].find(
    ({ id, provinceCode }) => id !== receiver.id && provinceCode === receiver.provinceCode,
  );
  const crosses = valueAt(definition, 'boundaryScope') !== 'none' && decider !== undefined;
  return {
    ...{ caseKey: String(valueAt(definition, 'cases.0.key') ?? ''), channel: 'counter' },
    ...{ route: crosses ? 'crosses' : 'sameAgency', receiver: receiver.id, decider: decider?.id ?? receiver.id },
  };
}

export function RouteChoice({ definition, route, choose }: Properties) {
  const words = useWords(proofWords);
  const say = useSay();
  const cases = listAt(definition, 'cases').map((one) => String(valueAt(one, 'key') ?? ''));
  const caseName = (key: string) => {
    const found = listAt(definition, 'cases').find((one) => valueAt(one, 'key') === key) ?? null;
    return say(String(valueAt(found, 'name') ?? key), String(valueAt(found, 'nameEn') ?? key));
  };
  const local = valueAt(definition, 'boundaryScope') === 'none';
  const ways = local ? WAYS.filter((way) => way === 'sameAgency') : WAYS;
  return (
    <div className={style['choice']}>
      {cases.length > 1 && (
        <Choice
          label={words.routeCase}
          options={cases}
          name={caseName}
          chosen={route.caseKey}
          choose={(caseKey) => choose({ ...route, caseKey })}
        />
      )}
      <Choice
        label={words.routeChannel}
        options={CHANNELS}
        name={(one) => words.channels[one]}
        chosen={route.channel}
        choose={(channel) => choose({ ...route, channel })}
      />
      <Choice
        label={words.routeClass}
        options={ways}
        name={(one) => words.routes[one]}
        chosen={route.route}
        choose={(way) => choose({ ...route, route: way })}
      />
      <AgencyChoice
        label={words.receiver}
        chosen={route.receiver}
        choose={(receiver) => choose({ ...route, receiver })}
        receiving
      />
      {route.route !== 'sameAgency' && (
        <AgencyChoice
          label={words.decider}
          chosen={route.decider}
          choose={(decider) => choose({ ...route, decider })}
          receiving={false}
        />
      )}
    </div>
  );
}

interface ChoiceProperties<Option extends string> {
  readonly label: string;
  readonly options: readonly Option[];
  readonly name: (option: Option) => string;
  readonly chosen: Option;
  readonly choose: (option: Option) => void;
}

function Choice<Option extends string>({ label, options, name, chosen, choose }: ChoiceProperties<Option>) {
  const known = options.includes(chosen);
  return (
    <Field label={label}>
      {(ids) => (
        <select
          {...ids}
          value={chosen}
          onChange={({ target }) => {
            const next = options.find((one) => one === target.value);
            if (next !== undefined) choose(next);
          }}
        >
          {!known && <option value={chosen}>{chosen}</option>}
          {options.map((one) => (
            <option key={one} value={one}>
              {name(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface AgencyProperties {
  readonly label: string;
  readonly chosen: string;
  readonly choose: (id: string) => void;
  /** Only those that take dossiers in. */
  readonly receiving: boolean;
}

function AgencyChoice({ label, chosen, choose, receiving }: AgencyProperties) {
  const say = useSay();
  const { data } = useQuery(agenciesQuery);
  const agencies =
    data?.agencies.filter(({ oneStopUnit, kind }) => (receiving ? oneStopUnit !== null : kind !== 'supervisor')) ?? [];
  const nameOf = (id: string) => {
    const found = data?.agencies.find((one) => one.id === id);
    return found === undefined ? id : say(found.name, found.nameEn);
  };
  return <Choice label={label} options={agencies.map(({ id }) => id)} name={nameOf} {...{ chosen, choose }} />;
}
