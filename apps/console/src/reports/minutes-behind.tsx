/** The dossiers behind a number of late minutes, or of all minutes. */
import type { Report, ReportDossiers } from '@lien-thong/client';
import { shortName } from '../inbox/short-names.js';
import { DossierLink } from '../parts/dossier-link.js';
import { Instant } from '../parts/instant.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { minutesText, numberText } from '../words/format.js';
import { useLanguage, useSay } from '../words/language.js';
import { Behind } from './behind.js';
import { reportWords } from './words.js';

export interface MinutesAsked {
  readonly by: Report['by'];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly agency?: string | undefined;
  readonly procedure?: string | undefined;
  readonly key?: string | undefined;
  readonly sender?: string | undefined;
  readonly receiver?: string | undefined;
}

interface Properties {
  readonly of: 'lateness' | 'minutes';
  readonly asked: MinutesAsked;
  readonly title: string;
  readonly onClose: () => void;
}

const PER_PAGE = 50;

export function MinutesBehind({ of, asked, title, onClose }: Properties) {
  const words = useWords(reportWords).behind;
  const { language } = useLanguage();
  const list = of === 'lateness' ? service.listLatenessBehind : service.listMinutesBehind;
  return (
    <Behind<ReportDossiers>
      {...{ title, onClose }}
      queryKey={[ABOUT.reports, of, 'behind', asked]}
      read={(cursor) => valueFrom(list({ ...asked, ...cursor, limit: PER_PAGE }))}
      total={({ total }) => words.total(numberText(total.dossiers, language), minutesText(total.minutes, language))}
      head={[words.code, words.procedure, words.sender, words.receiver, words.ended, words.minutes]}
      rows={({ dossiers }) => dossiers.map((row) => <Row key={row.code} row={row} />)}
    />
  );
}

function Row({ row }: { readonly row: ReportDossiers['dossiers'][number] }) {
  const words = useWords(reportWords).behind;
  const { language } = useLanguage();
  const say = useSay();
  const { code, procedure, sender, receiver, endedAt, minutes } = row;
  return (
    <tr>
      <td>
        <DossierLink code={code} />
      </td>
      <td className="code">{procedure}</td>
      <td>{shortName(say(sender.name, sender.nameEn))}</td>
      <td>{receiver === null ? words.nobody : shortName(say(receiver.name, receiver.nameEn))}</td>
      <td>
        <Instant at={endedAt} />
      </td>
      <td className="number">{minutesText(minutes, language)}</td>
    </tr>
  );
}
