/** What a section of the form is made of: fields, groups, lists, and what a procedure may do without. */
import { useWords } from '../../words/catalogue.js';
import { CHOICE_WORDS } from './choice-words.js';
import { FieldAt } from './field-at.js';
import type { FieldSpec, GroupSpec, Item, ListSpec, OptionalSpec } from './fields.js';
import { useForm } from './form-context.js';
import style from './form.module.css';
import { listAt, valueAt, within } from './json.js';

export function FormItem({ item }: { readonly item: Item }) {
  if ('at' in item) return <FieldAt spec={item} />;
  if ('list' in item) return <ListOf item={item} />;
  return 'group' in item ? <Group item={item} /> : <Optional item={item} />;
}

/** Fields side by side; the rare ones folded. */
function Fields({ fields, index }: { readonly fields: readonly FieldSpec[]; readonly index?: number }) {
  const words = useWords(CHOICE_WORDS);
  const rare = fields.filter((spec) => spec.rare === true);
  const at = index === undefined ? {} : { index };
  return (
    <>
      <div className={style['fields']}>
        {fields.map((spec) => spec.rare !== true && <FieldAt key={spec.at} spec={spec} {...at} />)}
      </div>
      {rare.length > 0 && (
        <details>
          <summary>{words.rare}</summary>
          <div className={style['fields']}>
            {rare.map((spec) => (
              <FieldAt key={spec.at} spec={spec} {...at} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function Group({ item }: { readonly item: GroupSpec }) {
  const names: Readonly<Record<string, string>> = useWords(CHOICE_WORDS).groups;
  return (
    <fieldset>
      <legend>{names[item.group] ?? item.group}</legend>
      <Fields fields={item.fields} />
    </fieldset>
  );
}

function Optional({ item }: { readonly item: OptionalSpec }) {
  const names: Readonly<Record<string, string>> = useWords(CHOICE_WORDS).optional;
  const { definition, put } = useForm();
  const value = valueAt(definition, item.optional);
  const present = value !== null && value !== undefined;
  return (
    <fieldset>
      <legend>
        <label>
          <input
            type="checkbox"
            checked={present}
            onChange={({ target }) => put(item.optional, target.checked ? item.fresh : item.none)}
          />{' '}
          {names[item.optional] ?? item.optional}
        </label>
      </legend>
      {present && <Fields fields={item.fields} />}
    </fieldset>
  );
}

function ListOf({ item }: { readonly item: ListSpec }) {
  const words = useWords(CHOICE_WORDS);
  const { definition, put } = useForm();
  const list = item.list as keyof typeof words.items;
  const items = listAt(definition, item.list);
  return (
    <>
      {items.length === 0 && <p className="soft">{words.none[list]}</p>}
      {items.map((_, index) => (
        <fieldset key={index}>
          <legend>{`${words.items[list]} ${index + 1}`}</legend>
          <Fields fields={item.fields} index={index} />
          <ItemActs item={item} index={index} count={items.length} />
        </fieldset>
      ))}
      <button type="button" onClick={() => put(within(item.list, items.length), freshOf(item, items.length))}>
        {words.add[list]}
      </button>
    </>
  );
}

/** With a key of its own, which two items may not share. */
function freshOf({ list, fresh }: ListSpec, count: number): ListSpec['fresh'] {
  return typeof fresh === 'object' && fresh !== null ? { ...fresh, key: `${list.slice(0, -1)}${count + 1}` } : fresh;
}

function ItemActs({ item, index, count }: { readonly item: ListSpec; readonly index: number; readonly count: number }) {
  const words = useWords(CHOICE_WORDS);
  const { put, move } = useForm();
  const name = `${words.items[item.list as keyof typeof words.items]} ${index + 1}`;
  return (
    <div className="row">
      {index > 0 && (
        <button
          type="button"
          aria-label={`${words.up}: ${name}`}
          onClick={() => move(item.list, { from: index, to: index - 1 })}
        >
          {words.up}
        </button>
      )}
      {index < count - 1 && (
        <button
          type="button"
          aria-label={`${words.down}: ${name}`}
          onClick={() => move(item.list, { from: index, to: index + 1 })}
        >
          {words.down}
        </button>
      )}
      {count > item.least && (
        <button
          type="button"
          className="danger"
          aria-label={`${words.remove}: ${name}`}
          onClick={() => put(within(item.list, index), undefined)}
        >
          {words.remove}
        </button>
      )}
    </div>
  );
}
