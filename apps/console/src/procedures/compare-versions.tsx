/** Any two versions of a procedure, side by side in words. */
import { useState } from 'react';
import { Field } from '../parts/field.js';
import { useWords } from '../words/catalogue.js';
import { DiffView } from './diff-view.js';
import type { VersionRow } from './versions.js';
import { procedureWords } from './words.js';

interface Properties {
  readonly code: string;
  readonly versions: readonly VersionRow[];
}

export function CompareVersions({ code, versions }: Properties) {
  const words = useWords(procedureWords);
  const numbers = versions.map(({ version }) => version);
  const [older, chooseOlder] = useState(numbers.at(-2) ?? 1);
  const [newer, chooseNewer] = useState(numbers.at(-1) ?? 1);
  return (
    <section className="card" aria-labelledby="compare">
      <h2 id="compare">{words.compare}</h2>
      <div className="row">
        <Choice label={words.older} {...{ versions, chosen: older, choose: chooseOlder }} />
        <Choice label={words.newer} {...{ versions, chosen: newer, choose: chooseNewer }} />
      </div>
      {older !== newer && <DiffView code={code} version={newer} against={older} />}
    </section>
  );
}

interface ChoiceProperties extends Pick<Properties, 'versions'> {
  readonly label: string;
  readonly chosen: number;
  readonly choose: (version: number) => void;
}

function Choice({ label, versions, chosen, choose }: ChoiceProperties) {
  const words = useWords(procedureWords);
  return (
    <Field label={label}>
      {(ids) => (
        <select {...ids} value={chosen} onChange={({ target }) => choose(Number(target.value))}>
          {versions.map(({ version, state }) => (
            <option key={version} value={version}>
              {`${words.version(String(version))} · ${words.states[state]}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
