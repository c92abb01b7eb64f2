/** A column by its name; `number`: it stands where its numbers end; `screen`: of buttons, which no paper has. */
type Column = string | { readonly number: string } | { readonly screen: string };

/** The heads of a table. */
export function Columns({ of }: { readonly of: readonly Column[] }) {
  return (
    <thead>
      <tr>
        {of.map((column) => {
          const [name, className] =
            typeof column === 'string'
              ? [column, undefined]
              : 'number' in column
                ? [column.number, 'number']
                : [column.screen, 'no-print'];
          return (
            <th key={name} scope="col" className={className}>
              {name}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
