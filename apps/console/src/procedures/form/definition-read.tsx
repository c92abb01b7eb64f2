/** A definition to be read: every field with its value in words and what follows from it. */
import { useWords } from '../../words/catalogue.js';
import { CHOICE_WORDS } from './choice-words.js';
import { useFieldWords } from './field-at.js';
import { SECTIONS, fieldsOf, placeOf } from './fields.js';
import type { FieldSpec, Item } from './fields.js';
import style from './form.module.css';
import { listAt, valueAt } from './json.js';
import type { Json } from './json.js';
import { useWording } from './wording.js';

export function DefinitionRead({ definition }: { readonly definition: Json }) {
  const words = useWords(CHOICE_WORDS);
  return (
    <div className={`card ${style['read']}`}>
      {SECTIONS.map(({ name, items }) => (
        <section key={name} aria-labelledby={`read-${name}`}>
          <h3 id={`read-${name}`}>{words.sections[name]}</h3>
          {items.map((item, i) => (
            <ReadItem key={i} item={item} definition={definition} />
          ))}
        </section>
      ))}
    </div>
  );
}

function ReadItem({ item, definition }: { readonly item: Item; readonly definition: Json }) {
  const words = useWords(CHOICE_WORDS);
  const groups: Readonly<Record<string, string>> = words.groups;
  const optional: Readonly<Record<string, string>> = words.optional;
  if ('at' in item) return <Values fields={[item]} definition={definition} />;
  if ('group' in item)
    return <Named name={groups[item.group] ?? item.group} fields={item.fields} definition={definition} />;
  if ('optional' in item) {
    const value = valueAt(definition, item.optional);
    if (value === null || value === undefined) return null;
    return <Named name={optional[item.optional] ?? item.optional} fields={item.fields} definition={definition} />;
  }
  const list = item.list as keyof typeof words.items;
  const items = listAt(definition, item.list);
  if (items.length === 0) return <p className="soft">{words.none[list]}</p>;
  return items.map((_, index) => (
    <Named key={index} name={`${words.items[list]} ${index + 1}`} {...{ fields: fieldsOf(item), definition, index }} />
  ));
}

interface ValuesProperties {
  readonly fields: readonly FieldSpec[];
  readonly definition: Json;
  readonly index?: number;
}

function Named({ name, ...values }: ValuesProperties & { readonly name: string }) {
  return (
    <>
      <h4 className={style['name']}>{name}</h4>
      <Values {...values} />
    </>
  );
}

function Values({ fields, definition, index = 0 }: ValuesProperties) {
  return (
    <dl>
      {fields.map(({ at }) => (
        <ReadValue key={at} at={at} path={placeOf(at, index)} definition={definition} />
      ))}
    </dl>
  );
}

function ReadValue({
  at,
  path,
  definition,
}: {
  readonly at: string;
  readonly path: string;
  readonly definition: Json;
}) {
  const { label, hint } = useFieldWords(at);
  const { value } = useWording();
  return (
    <>
      <dt title={hint}>{label}</dt>
      <dd>{value(path, valueAt(definition, path))}</dd>
    </>
  );
}
