/** One agency: what a sender wants to know before he sends anything there. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Answered } from '../parts/answered.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { AgencyKeysTable } from './agency-keys-table.js';
import { DeskHours } from './desk-hours.js';
import { ReceptionFacts } from './reception-facts.js';
import { directoryWords } from './words.js';

const route = getRouteApi('/frame/directory/agencies/$agency');

export function AgencyScreen() {
  const words = useWords(directoryWords);
  const say = useSay();
  const { agency: id } = route.useParams();
  const agency = useQuery({
    queryKey: [ABOUT.directory, 'agency', id],
    queryFn: () => valueFrom(service.readAgency({ id })),
  });
  return (
    <div className="stack">
      <h1>{agency.data === undefined ? words.agency : say(agency.data.name, agency.data.nameEn)}</h1>
      <Answered question={agency}>
        {({ identifier, kind, oneStopUnit, verified, deskHours }) => (
          <>
            <p>
              <code>{identifier}</code> · {words.kinds[kind]}
              {oneStopUnit !== null && ` · ${say(oneStopUnit.name, oneStopUnit.nameEn)}`}
            </p>
            {verified !== 'yes' && <p className="soft">{words.assumed}</p>}
            <ReceptionFacts agency={id} />
            <DeskHours hours={deskHours} />
            <AgencyKeysTable agency={id} />
          </>
        )}
      </Answered>
    </div>
  );
}
