import type { Band } from './slack-map.js';

/** Beside the words of a band: colour only repeats what they say. */
export const BAND_MARK: Readonly<Record<Band, string>> = {
  ...{ overdue: '●', under4h: '▲', underDay: '△', under3Days: '', more: '' },
  ...{ resting: '‖', unknown: '◌' },
};
