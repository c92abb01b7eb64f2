/** The dossiers behind a number of the on-time report. */
import type { OnTimeDossiers } from '@lien-thong/client';
import { shortName, shortProcedure } from '../inbox/short-names.js';
import { DossierLink } from '../parts/dossier-link.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { Behind } from './behind.js';
import type { Measure } from './on-time-rows.js';
import { reportWords } from './words.js';

interface Properties {
  readonly asked: {
    readonly by: 'field' | 'agency' | 'procedure' | 'month';
    readonly from: string;
    readonly to: string;
    readonly agency: string | undefined;
    readonly procedure: string | undefined;
    readonly key: string | undefined;
    readonly measure: Measure | undefined;
  };
  readonly title: string;
  readonly onClose: () => void;
}

const PER_PAGE = 50;

export function OnTimeBehind({ asked, title, onClose }: Properties) {
  const words = useWords(reportWords).behind;
  const { language } = useLanguage();
  return (
    <Behind<OnTimeDossiers>
      {...{ title, onClose }}
      queryKey={[ABOUT.reports, 'on-time', 'behind', asked]}
      read={(cursor) => valueFrom(service.listOnTimeDossiers({ ...asked, ...cursor, limit: PER_PAGE }))}
      total={({ total }) => words.count(numberText(total, language))}
      head={[words.code, words.procedure, words.agency, words.taken, words.state, words.received, words.done]}
      rows={({ dossiers }) => dossiers.map((row) => <Row key={row.code} row={row} />)}
    />
  );
}

function Row({ row }: { readonly row: OnTimeDossiers['dossiers'][number] }) {
  const words = useWords(reportWords);
  const say = useSay();
  const { code, procedure, agency, taken, state, receivedAt, doneAt } = row;
  return (
    <tr>
      <td>
        <DossierLink code={code} />
      </td>
      <td>{shortProcedure(say(procedure.name, procedure.nameEn))}</td>
      <td>{shortName(say(agency.name, agency.nameEn))}</td>
      <td>{words.taken[taken]}</td>
      <td>{words.onTimeState[state]}</td>
      <td>
        <Instant at={receivedAt} />
      </td>
      <td>
        <Instant at={doneAt} />
      </td>
    </tr>
  );
}
