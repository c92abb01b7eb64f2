/** A place and a procedure, and the agency that decides, with the rule that says so. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Answered } from '../parts/answered.js';
import { PlacePick } from '../parts/place-pick.js';
import { ProcedurePick, useProcedureName } from '../parts/procedure-pick.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { addressOf, areaOfAddress, factsOf } from './found-areas.js';
import { directoryWords } from './words.js';

const route = getRouteApi('/frame/directory');

export function WhoIsCompetent() {
  const words = useWords(directoryWords);
  const { area, procedure } = route.useSearch();
  const navigate = route.useNavigate();
  // The address has codes only.
  const [names, setNames] = useState<Readonly<Record<string, string>>>({});
  const choose = (next: { readonly area?: string | undefined; readonly procedure?: string | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...next }), replace: true });
  return (
    <section className="card" aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      <PlacePick
        label={words.place}
        hint={words.whoHint}
        picked={area === undefined ? null : (names[area] ?? area)}
        onChange={(chosen, name) => {
          const address = chosen === null ? undefined : addressOf(chosen);
          if (address !== undefined) setNames((before) => ({ ...before, [address]: name }));
          choose({ area: address });
        }}
      />
      <ProcedurePick
        label={words.procedure}
        hint={words.procedureHint}
        picked={useProcedureName(procedure)}
        onChange={(code) => choose({ procedure: code ?? undefined })}
      />
      {area !== undefined && procedure !== undefined && <Competent area={area} procedure={procedure} />}
    </section>
  );
}

function Competent({ area, procedure }: { readonly area: string; readonly procedure: string }) {
  const words = useWords(directoryWords);
  const say = useSay();
  const place = areaOfAddress(area);
  const question = useQuery({
    queryKey: [ABOUT.directory, 'competent', area, procedure],
    queryFn: () =>
      valueFrom(
        service.resolveJurisdiction({
          body: { procedureCode: procedure, ...(place === null ? {} : { jurisdiction: factsOf(place) }) },
        }),
      ),
  });
  return (
    <div aria-live="polite">
      <Answered question={question}>
        {({ agency, crossesBoundary, ruleId, legalBasis, area: today, viaOldUnit }) => (
          <>
            <p>
              {words.answer}:{' '}
              <strong>
                <Link to="/directory/agencies/$agency" params={{ agency: agency.id }}>
                  {say(agency.name, agency.nameEn)}
                </Link>
              </strong>{' '}
              <code>{agency.identifier}</code>
            </p>
            <p>{crossesBoundary ? words.crosses : words.stays}</p>
            <dl>
              {viaOldUnit !== null && <Entry term={words.via} text={viaOldUnit.name} />}
              {today !== null && <Entry term={words.area} text={today.name} />}
              <Entry term={words.rule} text={ruleId} />
              <Entry term={words.basis} text={legalBasis} />
            </dl>
          </>
        )}
      </Answered>
    </div>
  );
}

function Entry({ term, text }: { readonly term: string; readonly text: string }) {
  return (
    <>
      <dt className="soft">{term}</dt>
      <dd>{text}</dd>
    </>
  );
}
