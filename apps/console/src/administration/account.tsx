/** What an officer may do here, and how he signs in. */
import type { Officer } from '@lien-thong/client';
import { Badge } from '../parts/badge.js';
import { useAgencyNames } from '../parts/agency-names.js';
import { useWords } from '../words/catalogue.js';
import { administrationWords } from './words.js';

export function Account({ account }: { readonly account: Officer['account'] }) {
  const words = useWords(administrationWords);
  const watches = account !== null && account.roles.some((role) => role === 'supervisor' || role === 'auditor');
  const name = useAgencyNames(watches);
  if (account === null) return <span className="soft">{words.noAccount}</span>;
  const { roles, active, subject, issuer, supervises, demo } = account;
  return (
    <>
      {active ? roles.map((role) => words.role[role]).join('; ') : <Badge level="resting">{words.withdrawn}</Badge>}
      <div className="soft">
        {demo ? words.demoAccount : words.signsIn(subject, issuer)}
        {watches && (
          <div>
            {supervises.length === 0 ? words.supervisesNobody : words.supervises(supervises.map(name).join(', '))}
          </div>
        )}
      </div>
    </>
  );
}
