/** Worked blocks of a day as they are typed: `07:30–11:30, 13:30–17:30`. Pure. */
export interface Block {
  readonly from: string;
  readonly to: string;
}

export function hoursText(blocks: readonly Block[]): string {
  return blocks.map(({ from, to }) => `${from}–${to}`).join(', ');
}

const BLOCK = /^(\d{1,2})[:hg](\d{2})\s*(?:[-–—]|đến|to)\s*(\d{1,2})[:hg](\d{2})$/i;
const LAST_HOUR = 24;
const MINUTES = 60;

/** The blocks; none for an empty text; null where it is unreadable. Order and overlaps are judged by the service. */
export function blocksOf(text: string): readonly Block[] | null {
  if (text.trim() === '') return [];
  const blocks = text.normalize('NFC').split(/[,;]/).map(blockOf);
  return blocks.every((block) => block !== null) ? blocks : null;
}

function blockOf(text: string): Block | null {
  const [, h1, m1, h2, m2] = BLOCK.exec(text.trim()) ?? [];
  const [from, to] = [timeOf(h1, m1), timeOf(h2, m2)];
  return from === null || to === null || from >= to ? null : { from, to };
}

function timeOf(hour: string | undefined, minute: string | undefined): string | null {
  if (hour === undefined || minute === undefined) return null;
  const [h, m] = [Number(hour), Number(minute)];
  if (h > LAST_HOUR || m >= MINUTES || (h === LAST_HOUR && m > 0)) return null;
  return `${hour.padStart(2, '0')}:${minute}`;
}
