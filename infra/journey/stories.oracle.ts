/** What the four longer stories come to, told as who had the dossier from when, and counted by hand rather than by the service. */
import { minutesBetween } from './working-minutes.oracle.js';

/** From one wall-clock time to another. */
type Run = readonly [from: string, to: string];

export interface Told {
  readonly what: string;
  readonly chapter: number;
  /** Number of lines of acts. */
  readonly acts: number;
  /** Working minutes of the legal limit. */
  readonly limit: number;
  /** While the clock of the law ran; a supplement begins a new epoch, with the whole limit again. */
  readonly epochs: readonly (readonly Run[])[];
  readonly holders: readonly { readonly from: string; readonly owner: string }[];
  readonly ends: string;
}

const EXCHANGE = 'Trục liên thông · exchange';
const APPLICANT = 'Người dân · applicant';
const POST = 'Bưu chính · public post';

export const STORIES: readonly Told[] = [
  {
    what: 'a day and a half',
    chapter: 1,
    acts: 13,
    limit: 720,
    epochs: [[['2026-11-23 09:00', '2026-11-26 10:05']]],
    holders: [
      { from: '2026-11-23 09:00', owner: 'Phường Hải An' },
      { from: '2026-11-25 08:55', owner: EXCHANGE },
      { from: '2026-11-25 08:58', owner: 'Phường Đông Hải' },
      { from: '2026-11-26 10:20', owner: EXCHANGE },
      { from: '2026-11-26 10:25', owner: 'Phường Hải An' },
      { from: '2026-11-26 10:40', owner: APPLICANT },
    ],
    ends: '2026-11-26 15:00',
  },
  {
    what: 'sent to the wrong police',
    chapter: 2,
    acts: 12,
    limit: 1440,
    epochs: [[['2026-11-30 08:30', '2026-12-02 09:00']]],
    holders: [
      { from: '2026-11-30 08:30', owner: 'Công an phường Hải An' },
      { from: '2026-11-30 08:45', owner: EXCHANGE },
      { from: '2026-11-30 08:50', owner: 'Công an phường Đức Phổ' },
      { from: '2026-11-30 10:10', owner: 'Công an phường Hải An' },
      { from: '2026-11-30 14:00', owner: EXCHANGE },
      { from: '2026-11-30 14:05', owner: 'Công an xã Vạn Tường' },
      { from: '2026-12-02 09:10', owner: EXCHANGE },
      { from: '2026-12-02 09:15', owner: 'Công an phường Hải An' },
      { from: '2026-12-02 09:30', owner: APPLICANT },
    ],
    ends: '2026-12-02 16:00',
  },
  {
    what: 'a supplement over the weekend',
    chapter: 3,
    acts: 11,
    limit: 1440,
    epochs: [[['2026-12-03 08:00', '2026-12-04 16:00']], [['2026-12-07 09:30', '2026-12-07 15:30']]],
    holders: [
      { from: '2026-12-03 08:00', owner: 'Phường Đức Phổ' },
      { from: '2026-12-03 08:10', owner: EXCHANGE },
      { from: '2026-12-03 08:12', owner: 'Xã Vạn Tường' },
      { from: '2026-12-04 16:00', owner: APPLICANT },
      { from: '2026-12-07 09:30', owner: 'Xã Vạn Tường' },
      { from: '2026-12-07 15:40', owner: EXCHANGE },
      { from: '2026-12-07 15:42', owner: 'Phường Đức Phổ' },
      { from: '2026-12-07 15:50', owner: APPLICANT },
    ],
    ends: '2026-12-08 08:00',
  },
  {
    what: 'land, with two consultations',
    chapter: 5,
    acts: 19,
    limit: 9600,
    epochs: [
      [
        ['2026-12-10 08:00', '2026-12-22 16:00'],
        ['2026-12-24 09:00', '2026-12-28 09:00'],
      ],
    ],
    holders: [
      { from: '2026-12-10 08:00', owner: 'Phường Hải An' },
      { from: '2026-12-10 09:00', owner: EXCHANGE },
      { from: '2026-12-10 09:05', owner: 'Phường Đông Hải' },
      // Only when the commune has done its own part do the open questions wait for somebody else.
      { from: '2026-12-15 17:00', owner: 'Thuế thành phố Hải Phòng' },
      { from: '2026-12-17 11:00', owner: 'Sở Xây dựng thành phố Hải Phòng' },
      { from: '2026-12-22 15:00', owner: 'Phường Đông Hải' },
      { from: '2026-12-22 16:00', owner: APPLICANT },
      { from: '2026-12-24 09:00', owner: 'Phường Đông Hải' },
      { from: '2026-12-24 16:40', owner: POST },
      { from: '2026-12-28 09:00', owner: 'Phường Hải An' },
      { from: '2026-12-28 09:10', owner: APPLICANT },
    ],
    ends: '2026-12-29 14:00',
  },
];

const earlier = (one: string, other: string): string => (one < other ? one : other);

/** Minutes the law leaves at a time, just after what was done then. */
export function leftOf({ limit, epochs }: Told, at: string): number {
  const begun = epochs.filter(([first]) => first !== undefined && first[0] <= at);
  return (begun.at(-1) ?? []).reduce((left, [from, to]) => left - minutesBetween(from, earlier(to, at)), limit);
}

/** Minutes of each owner, in the order in which they first had the dossier. */
export function chargesOf({ holders, ends }: Told): readonly { readonly owner: string; readonly minutes: number }[] {
  const charges = new Map<string, number>();
  for (const [place, { from, owner }] of holders.entries()) {
    const to = holders[place + 1]?.from ?? ends;
    charges.set(owner, (charges.get(owner) ?? 0) + minutesBetween(from, to));
  }
  return [...charges].map(([owner, minutes]) => ({ owner, minutes }));
}
