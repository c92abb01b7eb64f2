/** An area of today, by its code; a unit of before 1 July 2025 stands for each commune it belongs to now. */
import { areaName } from '../parts/place-of.js';
import { AreaPick } from '../parts/place-pick.js';
import { partWords } from '../parts/words.js';
import { useWords } from '../words/catalogue.js';

interface Properties {
  readonly label: string;
  /** The code of a commune or a province. */
  readonly onChoose: (code: string) => void;
}

export function AreaOfToday({ label, onChoose }: Properties) {
  const words = useWords(partWords);
  return (
    <AreaPick<string>
      label={label}
      onChange={(code) => code !== null && onChoose(code)}
      entriesOf={(area) => {
        const { kind, code, communeCodes } = area;
        const name = areaName(area);
        if (kind !== 'oldUnit') return [{ id: `${kind}-${code}`, label: name, note: code, value: code }];
        return communeCodes.map((commune) => ({
          ...{ id: `${code}-${commune}`, label: name, note: `${words.oldUnit} → ${commune}`, value: commune },
        }));
      }}
    />
  );
}
