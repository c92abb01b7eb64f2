/** Dossiers an office already has when the test begins. */
import { valueOf } from '@lien-thong/client';
import type { Client, Opened, Opening } from '@lien-thong/client';

/** Lives in ward Đông Hải; whoever receives it elsewhere has to transfer it there. */
export const OF_DONG_HAI = { residence: { communeCode: '11411' } };

/** Code of a dossier received at the counter just now. */
export async function received(
  office: Client,
  { procedureCode = '1.004873', name = 'Nguyễn Văn Đức', words = '' } = {},
): Promise<string> {
  const texts = words === '' ? {} : { texts: { receive: words } };
  const body: Opening = {
    type: 'receive',
    intake: { procedureCode, channel: 'counter', jurisdiction: OF_DONG_HAI },
    private: { persons: [{ role: 'applicant', name }], ...texts },
  };
  return (valueOf(await office.openDossier({ body })) as Opened).code;
}

/** Sends it off, and lets it arrive: what is left is to accept it. */
export async function sentTo(office: Client, { from, code }: { readonly from: Client; readonly code: string }) {
  valueOf(await from.actOnDossier({ code, body: { type: 'transfer', copy: 'electronic' } }));
  valueOf(await office.actOnDossier({ code, body: { type: 'confirmDelivery' } }));
}

/** What happened to it, in short: `transferAccepted`. What the engine notes of clocks is left out. */
export async function journalOf(office: Client, code: string): Promise<readonly string[]> {
  const { journal } = valueOf(await office.readTimeline({ code }));
  return journal.map(({ type }) => type.replace(/^dossier\.|\.v\d+$/g, '')).filter((name) => !name.startsWith('clock'));
}
