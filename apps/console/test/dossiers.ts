/** Dossiers an office already has when the test begins. */
import { valueOf } from '@lien-thong/client';
import type { Client, Opened, Opening } from '@lien-thong/client';

/** Lives in ward Đông Hải; whoever receives it elsewhere has to transfer it there. */
export const OF_DONG_HAI = { residence: { communeCode: '11411' } };

interface Received extends Partial<Pick<Opening['intake'], 'procedureCode' | 'caseKey' | 'jurisdiction'>> {
  readonly name?: string;
  readonly words?: string;
}

/** Code of a dossier received at the counter just now. */
export async function received(
  office: Client,
  { procedureCode = '1.004873', name = 'Nguyễn Văn Đức', words = '', ...rest }: Received = {},
): Promise<string> {
  const texts = words === '' ? {} : { texts: { receive: words } };
  const body: Opening = {
    type: 'receive',
    intake: { procedureCode, channel: 'counter', jurisdiction: OF_DONG_HAI, ...rest },
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

/** The competent agency has taken it over. */
export async function takenOver(office: Client, sent: { readonly from: Client; readonly code: string }) {
  await sentTo(office, sent);
  valueOf(await office.actOnDossier({ code: sent.code, body: { type: 'acceptTransfer' } }));
}

const MOST_BOUNCES = 3;

/** Sent back as often as an office may: what is left is a decision of a supervisor. */
export async function bounced(office: Client, sent: { readonly from: Client; readonly code: string }) {
  for (let times = 0; times < MOST_BOUNCES; times++) {
    await sentTo(office, sent);
    const body = { type: 'refuseTransfer', reason: 'incompleteCopy' } as const;
    valueOf(await office.actOnDossier({ code: sent.code, body }));
  }
}
