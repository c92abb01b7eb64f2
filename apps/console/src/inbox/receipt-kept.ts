/** The last receipt of this tab: its tracking code is told once only, and a page may be loaded again before it is printed. */

export interface KeptReceipt {
  readonly code: string;
  readonly secret: string;
}

const KEPT = 'lienthong.receipt';

export function keepReceipt({ code, secret }: KeptReceipt): void {
  sessionStorage.setItem(KEPT, `${code} ${secret}`);
}

export function keptReceipt(): KeptReceipt | null {
  const [code = '', secret = ''] = (sessionStorage.getItem(KEPT) ?? '').split(' ');
  return code === '' || secret === '' ? null : { code, secret };
}
