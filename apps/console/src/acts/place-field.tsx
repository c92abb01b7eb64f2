/** A place as the rules of competence ask for it: a commune of now, or a unit of before 1 July 2025. */
import { useQuery } from '@tanstack/react-query';
import type { Areas } from '@lien-thong/client';
import { Answered } from '../parts/answered.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import style from './acts.module.css';
import type { Drawn } from './drawn.js';
import type { Criterion, DeclaredPlace, Filled } from './form.js';
import { SearchPick } from './search-pick.js';
import { formWords } from './words.js';

type Area = Areas['areas'][number];

interface Properties extends Drawn {
  readonly filled: Filled;
  readonly onChange: (filled: Filled) => void;
  readonly criterion: Criterion;
}

const MOST = 20;

export function PlaceField({ filled, onChange, criterion, ...drawn }: Properties) {
  const words = useWords(formWords);
  const labelOf = ({ kind, fullName, district, province }: Area) =>
    [fullName, kind === 'oldUnit' ? words.oldUnit(district ?? '') : '', province]
      .filter((text) => text !== '')
      .join(', ');
  const find = async (q: string) => {
    const { areas } = await valueFrom(service.findAreas({ q, limit: MOST }));
    const places = areas.filter(({ kind }) => kind !== 'province');
    return places.map((area) => ({ key: `${area.kind} ${area.code}`, label: labelOf(area), value: area }));
  };
  const { place } = filled;
  const pick = (area: Area | null) =>
    onChange({ ...filled, place: area === null ? null : placeOf(area, criterion, labelOf(area)) });
  return (
    <>
      <SearchPick
        {...drawn}
        about={[ABOUT.directory, 'areas']}
        {...{ find }}
        picked={place?.name ?? null}
        onPick={pick}
      />
      {place !== null && place.among.length > 1 && (
        <Divided place={place} onChange={(next) => onChange({ ...filled, place: next })} />
      )}
    </>
  );
}

function placeOf({ kind, code, communeCodes, provinceCode }: Area, criterion: Criterion, name: string): DeclaredPlace {
  const place = kind === 'oldUnit' ? { oldCode: code } : { communeCode: code };
  return { criterion, name, place, provinceCode, among: kind === 'oldUnit' ? communeCodes : [] };
}

interface DividedProperties {
  readonly place: DeclaredPlace;
  readonly onChange: (place: DeclaredPlace) => void;
}

/** A unit that was divided needs one fact more: where the place is now. */
function Divided({ place, onChange }: DividedProperties) {
  const words = useWords(formWords);
  const question = useQuery({
    queryKey: [ABOUT.directory, 'communes', ...place.among],
    queryFn: () => communesOf(place),
  });
  return (
    <Answered question={question}>
      {(communes) => (
        <fieldset className={style['choices']}>
          <legend>{words.divided}</legend>
          {communes.map(({ code, name }) => (
            <label key={code}>
              <input
                type="radio"
                name="commune"
                checked={place.place.newCommuneCode === code}
                onChange={() => onChange({ ...place, place: { ...place.place, newCommuneCode: code } })}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
    </Answered>
  );
}

async function communesOf({ among, provinceCode }: DeclaredPlace) {
  const { areas } = await valueFrom(service.findAreas({ province: provinceCode }));
  const communes = areas.filter(({ kind, code }) => kind === 'commune' && among.includes(code));
  return communes.map(({ code, fullName, province }) => ({ code, name: `${fullName}, ${province}` }));
}
