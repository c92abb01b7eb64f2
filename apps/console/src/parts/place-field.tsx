/** A place by its name of today or of before 1 July 2025, typed with or without accents. */
import type { Areas, Place } from '@lien-thong/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { composed } from '../words/fold.js';
import { TypeAhead } from './type-ahead.js';
import { useTyped } from './use-typed.js';
import { partWords } from './words.js';

type Area = Areas['areas'][number];

const MOST = 12;
const DAY_MS = 86_400_000;

interface Properties {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly required?: boolean;
  /** Null while what stands there is no place that was chosen. */
  readonly onChange: (place: Place | null) => void;
}

export function PlaceField({ label, hint, required = false, onChange }: Properties) {
  const words = useWords(partWords);
  const [text, setText] = useState('');
  const q = composed(useTyped(text));
  const { data, isPlaceholderData } = useQuery({
    queryKey: [ABOUT.directory, 'areas', q],
    queryFn: () => valueFrom(service.findAreas({ q, limit: MOST })),
    enabled: q !== '',
    placeholderData: keepPreviousData,
    staleTime: DAY_MS,
  });
  const found = (q === '' ? [] : (data?.areas ?? []))
    .filter(({ kind }) => kind !== 'province')
    .map((area) => ({
      id: `${area.kind}-${area.code}`,
      label: nameOf(area),
      note: area.kind === 'oldUnit' ? words.oldUnit : undefined,
      value: placeOf(area),
    }));
  return (
    <TypeAhead
      label={label}
      hint={hint ?? words.placeHint}
      required={required}
      text={text}
      onText={(typed) => {
        setText(typed);
        onChange(null);
      }}
      found={found}
      isSettled={data !== undefined && !isPlaceholderData && q === composed(text)}
      onChoose={(chosen) => {
        setText(chosen.label);
        onChange(chosen.value);
      }}
    />
  );
}

function nameOf({ fullName, district, province }: Area): string {
  return [fullName, district, province].filter((part) => part !== null).join(', ');
}

/** An old unit is sent as such: the service knows what has become of it, and says so when it was divided. */
function placeOf({ kind, code }: Area): Place {
  return kind === 'oldUnit' ? { oldCode: code } : { communeCode: code };
}
