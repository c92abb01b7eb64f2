/** Durations as they are stored (`1.5wd`, `12wh`, `30cd`, `sameDay`) and as a number beside a unit. Nothing is converted. */

export const UNITS = ['wd', 'wh', 'cd', 'sameDay'] as const;
export type Unit = (typeof UNITS)[number];

export interface DurationFields {
  /** As it is typed, with the comma or the point it was typed with. */
  readonly amount: string;
  /** Null: a unit nobody knows. */
  readonly unit: Unit | null;
}

/** Any text is taken apart and comes together again as it was: what is wrong with it is for the service to say. */
export function durationFields(text: string): DurationFields {
  if (text === 'sameDay') return { amount: '', unit: 'sameDay' };
  const unit = UNITS.find((one) => one !== 'sameDay' && text.endsWith(one));
  return unit === undefined ? { amount: text, unit: null } : { amount: text.slice(0, -unit.length), unit };
}

export function durationOf({ amount, unit }: DurationFields): string {
  if (unit === 'sameDay') return 'sameDay';
  return `${amount.replace(',', '.').replace(/\s/g, '')}${unit ?? ''}`;
}

const COUNTED = /^(?:0|[1-9]\d{0,4})(?:\.\d{1,4})?(?:wd|wh)$|^[1-9]\d{0,4}cd$/;

/** Whether a clock could run on it. */
export function isDuration(text: string): boolean {
  return text === 'sameDay' || (COUNTED.test(text) && Number.parseFloat(text) > 0);
}
