/** A place as the rules of competence ask for it: a commune of now, or a unit of before 1 July 2025. */
import { useQuery } from '@tanstack/react-query';
import { Answered } from '../parts/answered.js';
import { placeOf } from '../parts/place-of.js';
import type { Area } from '../parts/place-of.js';
import { PlacePick } from '../parts/place-pick.js';
import { ABOUT } from '../service/queries.js';
import { service, valueFrom } from '../service/service.js';
import { useWords } from '../words/catalogue.js';
import style from './acts.module.css';
import type { Drawn } from './drawn.js';
import type { Criterion, DeclaredPlace, Filled } from './form.js';
import { formWords } from './words.js';

interface Properties extends Drawn {
  readonly filled: Filled;
  readonly onChange: (filled: Filled) => void;
  readonly criterion: Criterion;
}

export function PlaceField({ filled, onChange, criterion, ...drawn }: Properties) {
  const { place } = filled;
  return (
    <>
      <PlacePick
        {...drawn}
        picked={place?.name ?? null}
        onChange={(area, name) =>
          onChange({ ...filled, place: area === null ? null : declared(area, { criterion, name }) })
        }
      />
      {place !== null && place.among.length > 1 && (
        <Divided place={place} onChange={(next) => onChange({ ...filled, place: next })} />
      )}
    </>
  );
}

function declared(area: Area, as: Pick<DeclaredPlace, 'criterion' | 'name'>): DeclaredPlace {
  const { kind, provinceCode, communeCodes } = area;
  return { ...as, place: placeOf(area), provinceCode, among: kind === 'oldUnit' ? communeCodes : [] };
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
