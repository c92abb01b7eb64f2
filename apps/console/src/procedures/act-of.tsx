/** Who did what to a version, and when. */
import { useQuery } from '@tanstack/react-query';
import type { AdministrationAct } from '@lien-thong/client';
import { useCallback } from 'react';
import blocks from '../parts/blocks.module.css';
import { useMe } from '../service/session.js';
import { useWords } from '../words/catalogue.js';
import { instantText } from '../words/format.js';
import { useSay } from '../words/language.js';
import { agenciesQuery } from './asked.js';
import type { VersionRow } from './versions.js';
import { procedureWords } from './words.js';

type Who = (act: AdministrationAct) => string;

function useWho(): Who {
  const words = useWords(procedureWords);
  const say = useSay();
  const me = useMe();
  const { data } = useQuery(agenciesQuery);
  return useCallback<Who>(
    ({ kind, id }) => {
      if (kind === 'person') return id === (me.officerId ?? me.id) ? words.me : id;
      const agency = data?.agencies.find((one) => one.id === id);
      return words.software(agency === undefined ? id : say(agency.name, agency.nameEn));
    },
    [words, say, me, data],
  );
}

/** The history of a version, in the order in which it happened. */
export function ActsOf({ version }: { readonly version: VersionRow }) {
  const words = useWords(procedureWords);
  const who = useWho();
  const { drafted, changed, published, retired, approvalReason, state } = version;
  const said = (act: AdministrationAct | null, sentence: (who: string, at: string) => string) =>
    act === null ? [] : [sentence(who(act), instantText(act.at))];
  const changedLater = changed !== null && changed.at !== drafted?.at ? changed : null;
  const lines = [
    ...said(drafted, words.drafted),
    ...said(changedLater, words.changed),
    ...said(published, words.published),
    ...(published === null && state !== 'draft' ? [words.installed] : []),
    ...said(retired, words.retired),
    ...(approvalReason === null ? [] : [words.approved(approvalReason)]),
  ];
  return (
    <ul className={blocks['lines']}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
