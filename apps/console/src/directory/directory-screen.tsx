/** S5: who is competent, and who takes part. */
import { Link } from '@tanstack/react-router';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { AgencyList } from './agency-list.js';
import { WhoIsCompetent } from './who-is-competent.js';
import { directoryWords } from './words.js';

export function DirectoryScreen() {
  const words = useWords(directoryWords);
  const me = useMe();
  return (
    <div className="stack">
      <div className="spread">
        <h1>{words.title}</h1>
        <p className="row no-print">
          <Link to="/calendars">{words.calendars}</Link>
          {has(me, 'admin') && <Link to="/supervision/outages">{words.outages}</Link>}
          {(has(me, 'admin') || has(me, 'auditor')) && <Link to="/administration">{words.manage}</Link>}
          {has(me, 'admin') && <Link to="/administration/competences">{words.competences}</Link>}
        </p>
      </div>
      <WhoIsCompetent />
      <AgencyList />
    </div>
  );
}
