/** A procedure that is published here, by its code or its name. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { composed } from '../words/fold.js';
import { TypeAhead } from './type-ahead.js';
import { useTyped } from './use-typed.js';

const MOST = 12;

interface Properties {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  /** The code; null while what stands there is no procedure that was chosen. */
  readonly onChange: (code: string | null) => void;
}

export function ProcedurePick({ label, hint, required = false, onChange }: Properties) {
  const [text, setText] = useState('');
  const q = composed(useTyped(text));
  const { data, isPlaceholderData } = useQuery({
    queryKey: [ABOUT.procedures, 'to-pick', q],
    queryFn: () => valueFrom(service.listProcedures({ q, published: 'true', limit: MOST })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const found = (q === '' ? [] : (data?.procedures ?? [])).map(({ code, name, field }) => ({
    ...{ id: code, label: name, note: `${code} · ${field}`, value: code },
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
        setText(chosen.label);
        onChange(chosen.value);
      }}
    />
  );
}
