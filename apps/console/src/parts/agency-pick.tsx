/** An agency by its name or identifier, typed with or without accents. */
import type { Agency } from '@lien-thong/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { composed } from '../words/fold.js';
import { useSay } from '../words/language.js';
import { TypeAhead } from './type-ahead.js';
import { useTyped } from './use-typed.js';

const MOST = 12;

interface Properties {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  /** Null while what stands there is no agency that was chosen. */
  readonly onChange: (agency: Agency | null) => void;
  /** The field is emptied once one was chosen: for lists that grow. */
  readonly empties?: boolean;
}

export function AgencyPick({ label, hint, required = false, onChange, empties = false }: Properties) {
  const say = useSay();
  const [text, setText] = useState('');
  const q = composed(useTyped(text));
  const { data, isPlaceholderData } = useQuery({
    queryKey: [ABOUT.directory, 'to-pick', q],
    queryFn: () => valueFrom(service.listAgencies({ q, limit: MOST })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const found = (q === '' ? [] : (data?.agencies ?? [])).map((agency) => ({
    ...{ id: agency.id, label: say(agency.name, agency.nameEn), note: agency.identifier, value: agency },
  }));
  return (
    <TypeAhead
      {...{ label, hint, required, text, found }}
      onText={(typed) => {
        setText(typed);
        onChange(null);
      }}
      isSettled={data !== undefined && !isPlaceholderData && q === composed(text)}
      onChoose={(chosen) => {
        setText(empties ? '' : chosen.label);
        onChange(chosen.value);
      }}
    />
  );
}
