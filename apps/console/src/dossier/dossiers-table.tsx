import { Link } from '@tanstack/react-router';
import type { AgencyRef, DossierList } from '@lien-thong/client';
import { shortName, shortProcedure } from '../inbox/short-names.js';
import { Instant } from '../parts/instant.js';
import { useWords } from '../words/catalogue.js';
import { useSay } from '../words/language.js';
import { ClockState } from './clock-state.js';
import style from './dossier.module.css';
import { dossierWords } from './words.js';

type Listed = DossierList['dossiers'][number];

export function DossiersTable({ dossiers }: { readonly dossiers: readonly Listed[] }) {
  const all = useWords(dossierWords);
  const words = all.list;
  return (
    <div className="scroll">
      <table className={style['list']}>
        <caption className="visually-hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.left}</th>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.procedure}</th>
            <th scope="col">{words.phase}</th>
            <th scope="col">{words.route}</th>
            <th scope="col">{words.holder}</th>
            <th scope="col">{words.promise}</th>
          </tr>
        </thead>
        <tbody>
          {dossiers.map((dossier) => (
            <Row key={dossier.code} dossier={dossier} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ dossier }: { readonly dossier: Listed }) {
  const words = useWords(dossierWords);
  const say = useSay();
  const { code, legal, procedure, phaseName, phaseNameEn, receivingAgency, competentAgency, holder, promise } = dossier;
  const agency = ({ name, nameEn }: AgencyRef) => shortName(say(name, nameEn));
  const marks = [
    ...(promise?.estimate === true ? [words.list.estimate] : []),
    ...(promise?.provisional === true ? [words.list.provisional] : []),
  ];
  return (
    <tr className={style['row']}>
      <td>
        <ClockState clock={legal} />
      </td>
      <th scope="row" className={style['code']}>
        <Link to="/dossiers/$code" params={{ code }}>
          {code}
        </Link>
      </th>
      <td>
        {shortProcedure(say(procedure.name, procedure.nameEn))}{' '}
        {procedure.illustration && <span className={style['mark']}>{words.illustration}</span>}
      </td>
      <td>{say(phaseName, phaseNameEn)}</td>
      <td>
        {agency(receivingAgency)}
        {competentAgency !== null && competentAgency.id !== receivingAgency.id && ` → ${agency(competentAgency)}`}
      </td>
      <td>{agency(holder)}</td>
      <td>
        <Instant at={promise?.at ?? null} />
        {marks.length > 0 && <span className={style['note']}>{marks.join(', ')}</span>}
      </td>
    </tr>
  );
}
