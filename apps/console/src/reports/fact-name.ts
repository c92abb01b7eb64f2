/** `dossier.transferSent.v1` as an office calls it; what has no name yet is shown by its own. */
export function factName(type: string, names: Readonly<Record<string, string>>): string {
  const short = type.replace(/^dossier\./, '').replace(/\.v\d+$/, '');
  return names[short] ?? short;
}
