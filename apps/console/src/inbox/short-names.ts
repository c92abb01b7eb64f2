/** Names as they fit a table: an office knows its neighbours by less than their full names. The full ones stay within reach. */

const SHORT: readonly (readonly [RegExp, string])[] = [
  [/^Ủy ban nhân dân phường /, 'P. '],
  [/^Ủy ban nhân dân xã /, 'X. '],
  [/^Ủy ban nhân dân đặc khu /, 'ĐK. '],
  [/^Công an phường /, 'CA P. '],
  [/^Công an xã /, 'CA X. '],
  [/^Văn phòng Đăng ký đất đai /, 'VP ĐKĐĐ '],
  [/^Trung tâm Phục vụ hành chính công /, 'TT PVHCC '],
  [/^People's Committee of /, ''],
];

/** `Ủy ban nhân dân phường Hải An` → `P. Hải An`; a name of another form stays as it is. */
export function shortName(name: string): string {
  const found = SHORT.find(([pattern]) => pattern.test(name));
  return found === undefined ? name : name.replace(found[0], found[1]);
}

/** The word every procedure begins with says nothing in a column of procedures. */
export function shortProcedure(name: string): string {
  const rest = name.replace(/^Thủ tục /, '');
  return `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}`;
}

interface Titled {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

/** `Cán bộ một cửa, Ủy ban nhân dân phường Hải An` among its own people: `Cán bộ một cửa`. */
export function shortTitle(title: string, agencyName: string): string {
  const suffix = `, ${agencyName}`;
  return title.endsWith(suffix) ? title.slice(0, -suffix.length) : title;
}

/** What each officer is called in a list: by the title where it tells them apart, with the name where it does not. */
export function officerLabels(officers: readonly Titled[], agencyName: string): ReadonlyMap<string, string> {
  const titles = officers.map(({ title }) => shortTitle(title, agencyName));
  return new Map(
    officers.map(({ id, name }, i) => {
      const title = titles[i] ?? '';
      const isShared = titles.filter((each) => each === title).length > 1;
      return [id, isShared || title === '' ? `${name} – ${title}`.replace(/ – $/, '') : title] as const;
    }),
  );
}
