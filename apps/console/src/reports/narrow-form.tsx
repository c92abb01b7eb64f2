/** Of which agency and which procedure: what is chosen stands in the address, and on paper. */
import { AgencyPick, useAgencyName } from '../parts/agency-pick.js';
import { ProcedurePick, useProcedureName } from '../parts/procedure-pick.js';
import { useWords } from '../words/catalogue.js';
import type { Narrowed } from './period.js';
import style from './reports.module.css';
import { reportWords } from './words.js';

interface Properties {
  readonly narrowed: Narrowed;
  /** What an agency has to do with what is counted. */
  readonly agencyAs: 'inCharge' | 'recorded';
  readonly onChange: (narrowed: Narrowed) => void;
}

export function NarrowForm({ narrowed: { agency, procedure }, agencyAs, onChange }: Properties) {
  const words = useWords(reportWords).narrow;
  const agencyName = useAgencyName(agency);
  const procedureName = useProcedureName(procedure);
  return (
    <>
      {agencyName !== null && (
        <p className="print-only">
          {words[agencyAs]}: {agencyName}
        </p>
      )}
      {procedureName !== null && (
        <p className="print-only">
          {words.procedure}: {procedureName}
        </p>
      )}
      <div className={`${style['narrow']} no-print`} role="group" aria-label={words.label}>
        <AgencyPick
          label={agencyName === null ? words.orAll(words[agencyAs]) : words[agencyAs]}
          picked={agencyName}
          onChange={(chosen) => onChange({ agency: chosen?.id, procedure })}
        />
        <ProcedurePick
          label={procedureName === null ? words.orAll(words.procedure) : words.procedure}
          picked={procedureName}
          onChange={(code) => onChange({ agency, procedure: code ?? undefined })}
        />
      </div>
    </>
  );
}
