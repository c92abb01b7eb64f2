/** Who works at an agency, what they sign in with, and what its software signs in with. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { frameWords } from '../app/words.js';
import { AgencyList } from './agency-list.js';
import { Answered } from '../parts/answered.js';
import { DataOf } from '../parts/data-of.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { has, useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { ApiKeys } from './api-keys.js';
import { Officers } from './officers.js';
import { administrationWords } from './words.js';

const route = getRouteApi('/frame/administration');

export function AdministrationScreen() {
  const words = useWords(administrationWords);
  const noRight = useWords(frameWords).noRight;
  const me = useMe();
  const { agency } = route.useSearch();
  if (!has(me, 'admin')) {
    return (
      <div>
        <h1>{words.title}</h1>
        <p>{noRight}</p>
      </div>
    );
  }
  return (
    <div className="stack">
      <div className="spread">
        <h1>{words.title}</h1>
        <DataOf at={me.at} />
      </div>
      {agency === undefined ? (
        <>
          <p className="spread">
            <span>{words.lead}</span>
            <Link to="/administration/competences">{words.competences}</Link>
          </p>
          <AgencyList />
        </>
      ) : (
        <Chosen key={agency} id={agency} />
      )}
    </div>
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
          </>
        )}
      </Answered>
    </>
  );
}
