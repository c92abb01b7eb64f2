/** The whole definition as sections that fold; the first three are open, for they make the time. */
import { useWords } from '../../words/catalogue.js';
import { CHOICE_WORDS } from './choice-words.js';
import { SECTIONS } from './fields.js';
import type { Item, Section } from './fields.js';
import { FormItem } from './form-item.js';
import style from './form.module.css';

const OPEN: ReadonlySet<Section['name']> = new Set(['limits', 'legs', 'steps']);
const nameOf = (item: Item): string =>
  'at' in item ? item.at : 'list' in item ? item.list : 'group' in item ? item.group : item.optional;
const isRare = (item: Item): boolean => 'rare' in item && item.rare === true;

export function DefinitionForm() {
  const words = useWords(CHOICE_WORDS);
  return SECTIONS.map(({ name, items }) => {
    const rare = items.filter(isRare);
    return (
      <details key={name} className={style['section']} open={OPEN.has(name)}>
        <summary>
          <h3>{words.sections[name]}</h3>
        </summary>
        <Items items={items.filter((item) => !isRare(item))} />
        {rare.length > 0 && (
          <details>
            <summary>{words.rare}</summary>
            <Items items={rare} />
          </details>
        )}
      </details>
    );
  });
}

/** Single fields stand side by side, everything else below one another. */
function Items({ items }: { readonly items: readonly Item[] }) {
  const single = items.filter((item) => 'at' in item);
  const others = items.filter((item) => !('at' in item));
  const lists = others.filter((item) => 'list' in item);
  const rest = others.filter((item) => !('list' in item));
  return (
    <>
      {lists.map((item) => (
        <FormItem key={nameOf(item)} item={item} />
      ))}
      {single.length > 0 && (
        <div className={style['fields']}>
          {single.map((item) => (
            <FormItem key={nameOf(item)} item={item} />
          ))}
        </div>
      )}
      {rest.map((item) => (
        <FormItem key={nameOf(item)} item={item} />
      ))}
    </>
  );
}
