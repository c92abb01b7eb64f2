/** An area of today; a unit of before 1 July 2025 stands for each commune it belongs to now. */
import type { Areas } from '@lien-thong/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TypeAhead } from '../parts/type-ahead.js';
import type { Found } from '../parts/type-ahead.js';
import { useTyped } from '../parts/use-typed.js';
import { partWords } from '../parts/words.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';

const MOST = 12;

interface Properties {
  readonly label: string;
  /** The code of a commune or a province. */
  readonly onChoose: (code: string) => void;
}

export function AreaPick({ label, onChoose }: Properties) {
  const words = useWords(partWords);
  const [text, setText] = useState('');
  const q = composed(useTyped(text));
  const { data, isPlaceholderData } = useQuery({
    queryKey: [ABOUT.directory, 'areas', q],
    queryFn: () => valueFrom(service.findAreas({ q, limit: MOST })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  const found = (q === '' ? [] : (data?.areas ?? [])).flatMap((area) => entriesOf(area, words.oldUnit));
  return (
    <TypeAhead
      {...{ label, text, found }}
      hint={words.placeHint}
      onText={setText}
      isSettled={data !== undefined && !isPlaceholderData && q === composed(text)}
      onChoose={({ value }) => onChoose(value)}
    />
  );
}

function entriesOf(area: Areas['areas'][number], oldUnit: string): readonly Found<string>[] {
  const { kind, code, fullName, district, province, communeCodes } = area;
  const label = [fullName, district, kind === 'province' ? null : province].filter((part) => part !== null).join(', ');
  if (kind !== 'oldUnit') return [{ id: `${kind}-${code}`, label, note: code, value: code }];
  return communeCodes.map((commune) => ({
    ...{ id: `${code}-${commune}`, label, note: `${oldUnit} → ${commune}`, value: commune },
  }));
}
