/** Text as it is searched: without accents, case or the order of composed marks. `Đông Hải` typed as `dong hai` is found. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().trim().replace(/\s+/g, ' ');
}

/** As the service stores it: composed, without spaces around it. */
export function composed(text: string): string {
  return text.normalize('NFC').trim();
}
