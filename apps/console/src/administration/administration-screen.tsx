/** Who works at an agency, what they sign in with, and what its software signs in with. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { AgencyList } from './agency-list.js';
import { Answered } from '../parts/answered.js';
import { Screen } from '../parts/screen.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { ApiKeys } from './api-keys.js';
import { AdministrationJournal } from './journal.js';
import { Officers } from './officers.js';
import { administrationWords } from './words.js';

const route = getRouteApi('/frame/administration');

export function AdministrationScreen() {
  const words = useWords(administrationWords);
  const { agency } = route.useSearch();
  const me = useMe();
  // An auditor reads what was done, and does nothing here.
  if (has(me, 'auditor') && !has(me, 'admin')) {
    return (
      <Screen title={words.title}>
        <AdministrationJournal />
      </Screen>
    );
  }
  return (
    <Screen title={words.title} only="admin">
      {agency === undefined ? (
        <>
          <p className="spread">
            <span>{words.lead}</span>
            <Link to="/administration/competences">{words.competences}</Link>
          </p>
          <AgencyList />
          <AdministrationJournal />
        </>
      ) : (
        <Chosen key={agency} id={agency} />
      )}
    </Screen>
  );
}

function Chosen({ id }: { readonly id: string }) {
  const words = useWords(administrationWords);
  const say = useSay();
  const question = useQuery({
    queryKey: [ABOUT.directory, 'agency', id],
    queryFn: () => valueFrom(service.readAgency({ id })),
  });
  return (
    <>
      <p className="row no-print">
        <Link to="/administration">{words.other}</Link>
        <Link to="/administration/competences" search={{ agency: id }}>
          {words.competences}
        </Link>
        <Link to="/directory/agencies/$agency" params={{ agency: id }}>
          {words.receiptKeys}
        </Link>
      </p>
      <Answered question={question}>
        {({ name, nameEn, identifier }) => (
          <>
            <h2>
              {say(name, nameEn)} <code className="soft">{identifier}</code>
            </h2>
            <Officers agency={id} />
            <ApiKeys agency={id} />
            <AdministrationJournal agency={id} />
          </>
        )}
      </Answered>
    </>
  );
}
