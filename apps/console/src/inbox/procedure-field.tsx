/** The procedure, by its code or its name; only those that can be operated here. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TypeAhead } from '../parts/type-ahead.js';
import { useTyped } from '../parts/use-typed.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { receiveWords } from './receive-words.js';

const MOST = 12;

export function ProcedureField({ onChange }: { readonly onChange: (code: string | null) => void }) {
  const words = useWords(receiveWords);
  const [text, setText] = useState('');
  const q = composed(useTyped(text));
  const { data, isPlaceholderData } = useQuery({
    queryKey: [ABOUT.procedures, 'to-receive', q],
    queryFn: () => valueFrom(service.listProcedures({ q, published: 'true', limit: MOST })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const found = (q === '' ? [] : (data?.procedures ?? [])).map(({ code, name, field }) => ({
    ...{ id: code, label: name, note: `${code} · ${field}`, value: code },
  }));
  return (
    <TypeAhead
      label={words.procedure}
      hint={words.procedureHint}
      required
      text={text}
      onText={(typed) => {
        setText(typed);
        onChange(null);
      }}
      found={found}
      isSettled={data !== undefined && !isPlaceholderData && q === composed(text)}
      onChoose={({ label, value }) => {
        setText(label);
        onChange(value);
      }}
    />
  );
}
