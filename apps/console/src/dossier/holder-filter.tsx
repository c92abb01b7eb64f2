/** Who holds it: the officer's own agency at one click, any other found by name without accents. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shortName } from '../inbox/short-names.js';
import { TypeAhead } from '../parts/type-ahead.js';
import { useTyped } from '../parts/use-typed.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { useSay } from '../words/language.js';
import style from './dossier.module.css';
import { dossierWords } from './words.js';

interface Properties {
  /** Id of an agency, `me`, or nothing. */
  readonly holder: string;
  readonly onChange: (holder: string) => void;
}

const MOST = 8;
const MINE = 'me';
const HOUR_MS = 3_600_000;

export function HolderFilter({ holder, onChange }: Properties) {
  const words = useWords(dossierWords).list;
  const say = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  const known = useQuery({
    queryKey: [ABOUT.directory, 'agency', holder],
    queryFn: () => valueFrom(service.readAgency({ id: holder })),
    enabled: holder !== '' && holder !== MINE,
    staleTime: HOUR_MS,
  }).data;
  const q = useTyped(composed(typed ?? ''));
  const found = useQuery({
    queryKey: [ABOUT.directory, 'agencies', q, MOST],
    queryFn: () => valueFrom(service.listAgencies({ q, limit: MOST })),
    enabled: q.length > 1,
    staleTime: HOUR_MS,
  });
  const chosen = holder === MINE ? words.mine : known === undefined ? holder : shortName(say(known.name, known.nameEn));
  return (
    <div className={style['holder']}>
      <TypeAhead
        label={words.holder}
        text={typed ?? chosen}
        onText={(text) => {
          setTyped(text);
          // An emptied field filters no more.
          if (text === '' && holder !== '') onChange('');
        }}
        found={(found.data?.agencies ?? []).map(({ id, identifier, name, nameEn }) => ({
          ...{ id, label: say(name, nameEn), note: identifier, value: id },
        }))}
        isSettled={q === composed(typed ?? '') && !found.isFetching}
        onChoose={({ value }) => {
          setTyped(null);
          onChange(value);
        }}
      />
      <label>
        <input
          type="checkbox"
          checked={holder === MINE}
          onChange={({ target }) => {
            setTyped(null);
            onChange(target.checked ? MINE : '');
          }}
        />{' '}
        {words.mine}
      </label>
    </div>
  );
}
