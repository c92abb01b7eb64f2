/** A place by its name of today or of before 1 July 2025, typed with or without accents. */
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import { numberText } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { PickOne } from './pick-one.js';
import type { PickProperties } from './pick-one.js';
import type { Found } from './type-ahead.js';
import { areaName } from './place-of.js';
import type { Area } from './place-of.js';
import { partWords } from './words.js';

const MOST = 12;
const DAY_MS = 86_400_000;

interface Properties<Value> extends PickProperties<Value> {
  readonly entriesOf: (area: Area) => readonly Found<Value>[];
}

/** What can be chosen of an area is said by `entriesOf`. */
export function AreaPick<Value>({ entriesOf, hint, ...properties }: Properties<Value>) {
  const words = useWords(partWords);
  return (
    <PickOne
      {...properties}
      hint={hint ?? words.placeHint}
      about={[ABOUT.directory, 'areas']}
      staleTime={DAY_MS}
      ask={(q) => valueFrom(service.findAreas({ q, limit: MOST }))}
      entries={({ areas }) => areas.flatMap(entriesOf)}
    />
  );
}

/** A commune of today, or a unit of before as such. */
export function PlacePick(properties: PickProperties<Area>) {
  const words = useWords(partWords);
  const { language } = useLanguage();
  const old = ({ length }: Area['communeCodes']) =>
    length > 1 ? `${words.oldUnit} · ${words.divided(numberText(length, language))}` : words.oldUnit;
  return (
    <AreaPick
      {...properties}
      entriesOf={(area) => {
        const { kind, code, communeCodes } = area;
        if (kind === 'province') return [];
        const note = kind === 'oldUnit' ? old(communeCodes) : undefined;
        return [{ id: `${kind}-${code}`, label: areaName(area), note, value: area }];
      }}
    />
  );
}
