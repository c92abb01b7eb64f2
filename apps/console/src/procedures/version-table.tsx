/** The versions of a procedure, the newest first. */
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge } from '../parts/badge.js';
import { Columns } from '../parts/columns.js';
import { FaultOf } from '../parts/trouble.js';
import { queries } from '../service/queries.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { dayText } from '../words/format.js';
import { ActsOf } from './act-of.js';
import { versionQuery } from './asked.js';
import { writtenDefinition } from './form/definition-text.js';
import style from './procedures.module.css';
import { RetireDialog } from './retire-dialog.js';
import { saveFile } from './save-file.js';
import { useDrafting } from './use-drafting.js';
import { VerdictOfVersion } from './verdict-of-version.js';
import { dayOfInstant, inForceOn } from './versions.js';
import type { VersionRow } from './versions.js';
import { procedureWords } from './words.js';

interface Properties {
  readonly code: string;
  readonly versions: readonly VersionRow[];
}

export function VersionTable({ code, versions }: Properties) {
  const words = useWords(procedureWords);
  const { at } = useMe();
  const now = inForceOn(
    versions.filter(({ state }) => state !== 'draft'),
    dayOfInstant(at),
  );
  return (
    <table className={style['versions']}>
      <caption>{words.versionsOf}</caption>
      <Columns of={[words.versions, words.state, words.days, words.verdict, words.who, { screen: words.acts }]} />
      <tbody>
        {[...versions].reverse().map((version) => (
          <Row key={version.version} code={code} version={version} inForce={version.version === now?.version} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProperties {
  readonly code: string;
  readonly version: VersionRow;
  readonly inForce: boolean;
}

function Row({ code, version, inForce }: RowProperties) {
  const words = useWords(procedureWords);
  const { effectiveFrom, effectiveTo, state } = version;
  const from = dayText(effectiveFrom);
  const days =
    state === 'draft'
      ? words.meant(from)
      : effectiveTo === null
        ? words.from(from)
        : words.fromTo(from, dayText(effectiveTo));
  return (
    <tr>
      <th scope="row">
        <Link to="/procedures/$code/versions/$version" params={{ code, version: String(version.version) }}>
          {words.version(String(version.version))}
        </Link>
      </th>
      <td>
        {words.states[state]}
        {inForce && (
          <div>
            <Badge level="onTime">{words.inForce}</Badge>
          </div>
        )}
      </td>
      <td>{days}</td>
      <td>
        <VerdictOfVersion code={code} version={version} atOnce={inForce} />
      </td>
      <td>
        <ActsOf version={version} />
      </td>
      <td className="no-print">
        <Acts code={code} version={version} />
      </td>
    </tr>
  );
}

function Acts({ code, version: { version, state } }: Omit<RowProperties, 'inForce'>) {
  const words = useWords(procedureWords);
  const me = useMe();
  const drafting = useDrafting(code);
  const [retiring, setRetiring] = useState(false);
  const read = () => queries.fetchQuery(versionQuery(code, version));
  const start = useMutation({
    mutationFn: async (key: string) => drafting.mutateAsync({ definition: (await read()).definition, key }),
  });
  const exported = useMutation({
    mutationFn: async () => saveFile(`${code}-v${version}.json`, writtenDefinition((await read()).definition)),
  });
  const isAdmin = has(me, 'admin');
  const fault = start.error ?? exported.error;
  return (
    <div className={style['acts']}>
      {isAdmin && state === 'draft' && (
        <Link to="/procedures/$code/versions/$version" params={{ code, version: String(version) }}>
          {words.edit}
        </Link>
      )}
      {isAdmin && (
        <button type="button" disabled={start.isPending} onClick={() => start.mutate(crypto.randomUUID())}>
          {words.startFrom}
        </button>
      )}
      <button type="button" onClick={() => exported.mutate()}>
        {words.exported}
      </button>
      {isAdmin && state === 'published' && (
        <button type="button" className="danger" onClick={() => setRetiring(true)}>
          {words.retire} …
        </button>
      )}
      {fault !== null && <FaultOf fault={fault} />}
      {retiring && <RetireDialog code={code} version={version} onClose={() => setRetiring(false)} />}
    </div>
  );
}
