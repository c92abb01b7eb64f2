/** The keys of an agency's software, those that have ended too. */
import { useQuery } from '@tanstack/react-query';
import type { ApiKey } from '@lien-thong/client';
import { useState } from 'react';
import { Answered } from '../parts/answered.js';
import { Badge } from '../parts/badge.js';
import type { TimeLevel } from '../parts/badge.js';
import { Columns } from '../parts/columns.js';
import { Instant } from '../parts/instant.js';
import { useWords } from '../words/catalogue.js';
import style from './administration.module.css';
import { apiKeysQuery } from './asked.js';
import { MakeKeyDialog } from './make-key-dialog.js';
import { RevokeKeyDialog } from './revoke-key-dialog.js';
import { administrationWords } from './words.js';

const LEVEL: Readonly<Record<ApiKey['state'], TimeLevel>> = {
  active: 'onTime',
  expired: 'resting',
  revoked: 'resting',
};

export function ApiKeys({ agency }: { readonly agency: string }) {
  const words = useWords(administrationWords);
  const [making, setMaking] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  const question = useQuery(apiKeysQuery(agency));
  return (
    <section className="card" aria-labelledby="api-keys">
      <div className="spread">
        <h3 id="api-keys">{words.keys}</h3>
        <button type="button" onClick={() => setMaking(true)}>
          {words.make}
        </button>
      </div>
      <p>{words.keysLead}</p>
      <Answered question={question}>
        {({ keys }) => (keys.length === 0 ? <p>{words.noKeys}</p> : <KeyTable keys={keys} onRevoke={setRevoking} />)}
      </Answered>
      {making && <MakeKeyDialog agency={agency} onClose={() => setMaking(false)} />}
      {revoking !== null && <RevokeKeyDialog apiKey={revoking} onClose={() => setRevoking(null)} />}
    </section>
  );
}

interface TableProperties {
  readonly keys: readonly ApiKey[];
  readonly onRevoke: (key: ApiKey) => void;
}

function KeyTable({ keys, onRevoke }: TableProperties) {
  const words = useWords(administrationWords);
  return (
    <div className="scroll">
      <table className={style['people']}>
        <caption className="visually-hidden">{words.keys}</caption>
        <Columns
          of={[words.label, words.state, words.roles, words.created, words.used, words.expires, { screen: words.acts }]}
        />
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">
                {key.label}
                <div className="soft">
                  <code>{key.id}</code> {key.demo && words.demoKey}
                </div>
              </th>
              <td>
                <Badge level={LEVEL[key.state]}>{words.states[key.state]}</Badge>
                {key.revokedAt !== null && (
                  <div className="soft">
                    <Instant at={key.revokedAt} />
                  </div>
                )}
              </td>
              <td>{key.roles.map((role) => words.role[role]).join('; ')}</td>
              <td>
                <Instant at={key.createdAt} />
              </td>
              <td>{key.usedAt === null ? words.never : <Instant at={key.usedAt} />}</td>
              <td>{key.expiresAt === null ? words.noExpiry : <Instant at={key.expiresAt} />}</td>
              <td className="no-print">
                {key.state === 'active' && (
                  <button type="button" className="danger" onClick={() => onRevoke(key)}>
                    {words.revoke} …
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
