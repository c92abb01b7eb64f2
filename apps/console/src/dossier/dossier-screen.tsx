/** One dossier: where it is, who consumed its time, why its dates are what they are, and what was done. */
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Answered } from '../parts/answered.js';
import { ABOUT } from '../service/queries.js';
import { service, troubleOf, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { DossierView } from './dossier-view.js';
import { dossierWords } from './words.js';

const route = getRouteApi('/frame/dossiers/$code');

export function DossierScreen() {
  const { code } = route.useParams();
  const { asOf, letter, act } = route.useSearch();
  const onPressed = useForgetAct();
  const words = useWords(dossierWords);
  const past = asOf === undefined ? {} : { asOf };
  const dossier = useQuery({
    queryKey: [ABOUT.dossier, code, 'view', asOf],
    queryFn: () => valueFrom(service.readDossier({ code, ...past })),
  });
  const timeline = useQuery({
    queryKey: [ABOUT.dossier, code, 'timeline', asOf],
    queryFn: () => valueFrom(service.readTimeline({ code, ...past })),
    enabled: troubleOf(dossier.error)?.status !== 404,
  });
  // What was not yet known at a former moment is no unknown dossier: that one can go back to now.
  if (troubleOf(dossier.error)?.status === 404 && asOf === undefined) return <NoSuchDossier code={code} />;
  if (dossier.data === undefined) {
    return (
      <>
        <h1>{words.title(code)}</h1>
        <Answered question={dossier}>{() => null}</Answered>
        {asOf !== undefined && (
          <p>
            <Link to="/dossiers/$code" params={{ code }}>
              {words.toNow}
            </Link>
          </p>
        )}
      </>
    );
  }
  return (
    <DossierView
      key={code}
      dossier={dossier.data}
      timeline={timeline}
      asOf={asOf ?? null}
      letter={letter ?? null}
      press={act ?? null}
      onPressed={onPressed}
    />
  );
}

/** The form was opened, or it was said why not: the address leads to the dossier itself again. */
function useForgetAct(): () => void {
  const navigate = route.useNavigate();
  return useCallback(
    () => void navigate({ search: ({ act: _done, ...rest }) => rest, replace: true, resetScroll: false }),
    [navigate],
  );
}

function NoSuchDossier({ code }: { readonly code: string }) {
  const words = useWords(dossierWords);
  return (
    <>
      <h1>{words.unknownCode}</h1>
      <p>{words.unknownWhy(code)}</p>
      <p>
        <Link to="/dossiers">{words.toList}</Link>
      </p>
    </>
  );
}
