// @ts-check
/** Who plays: the five wards of the reports, a commune beside them, and the centre of a city. Order here is the order of acting. */
import { MINUTES_A_DAY, OFFICE_HOURS } from './calendar.mjs';

/** @typedef {import('./actor.mjs').Json} Json */

/**
 * @typedef {object} Player
 * @property {string} id
 * @property {string} name as it is printed
 * @property {string | null} commune code since 1 July 2025; null for a centre of the whole city
 * @property {string} neighbour where its cross-boundary dossiers go
 * @property {readonly [number, number]} transfer share of the transfer budget it takes, from and to
 * @property {Record<string, string>} after pace of its own acts, where it is not the usual one
 * @property {readonly Json[]} [rules] exceptions, before the usual ones
 */

/** The provincial centre hands on what it takes in, and the two wards of the scene of the bounces send it back first. */
export const CENTRE = 'haiphong-public-service';
export const HAI_AN = 'haiphong-hai-an';
export const DONG_HAI = 'haiphong-dong-hai';
export const HUNG_SON = 'danang-hung-son';
export const TAY_GIANG = 'danang-tay-giang';
export const VAN_TUONG = 'quangngai-van-tuong';
export const DUC_PHO = 'quangngai-duc-pho';
export const SUPERVISOR = 'haiphong-supervisor';

/** Procedures that only the scenes use, so that the exceptions below touch nothing else. */
export const WRONGLY_SENT = '1.000656';
/** A household business whose owner lives in another province: no other dossier of the play says so. */
export const BOUNCED = { procedure: '1.001612', ownerLivesIn: '21439' };

const NOT_OURS = { reason: 'wrongJurisdiction' };
const BOUNCED_ONE = { procedures: [BOUNCED.procedure], communes: [BOUNCED.ownerLivesIn] };
/** The one-and-a-half-day procedure and its two variants. */
const SHORT = ['1.004873', '9.000001', '9.000002'];

/** @type {readonly Player[]} */
export const CAST = [
  {
    // "Quy định chuyển hồ sơ trong vòng 01 ngày": it takes the whole day.
    ...{ id: HAI_AN, name: 'Phường Hải An', commune: '11413', neighbour: DONG_HAI },
    ...{ transfer: [1, 1], after: {} },
    rules: [
      { procedures: [WRONGLY_SENT], refuse: { ...NOT_OURS, suggestedAgency: DONG_HAI, times: 1 } },
      { ...BOUNCED_ONE, refuse: { ...NOT_OURS, suggestedAgency: DONG_HAI, times: 2 } },
    ],
  },
  {
    ...{ id: DONG_HAI, name: 'Phường Đông Hải', commune: '11411', neighbour: HAI_AN },
    ...{ transfer: [0.2, 0.6], after: {} },
    rules: [
      { ...BOUNCED_ONE, refuse: { ...NOT_OURS, suggestedAgency: HAI_AN, times: 1 } },
      // What the legs of the procedure leave it: half a day for each of two steps, and part of the half day to accept.
      { procedures: SHORT, after: { accept: '2h', decide: '1d' } },
    ],
  },
  {
    ...{ id: DUC_PHO, name: 'Phường Đức Phổ', commune: '21439', neighbour: VAN_TUONG },
    ...{ transfer: [0.3, 1], after: {} },
  },
  {
    // The late office: its line is unstable and its desk slow.
    ...{ id: VAN_TUONG, name: 'Xã Vạn Tường', commune: '21061', neighbour: DUC_PHO },
    ...{ transfer: [0.5, 1.5], after: { accept: '2h..1d' } },
    rules: [{ procedures: ['1.001612'], after: { decide: '2d..5d' } }],
  },
  {
    ...{ id: HUNG_SON, name: 'Xã Hùng Sơn', commune: '20443', neighbour: TAY_GIANG },
    ...{ transfer: [0.4, 1], after: { accept: '1h..4h' } },
  },
  {
    ...{ id: TAY_GIANG, name: 'Xã Tây Giang', commune: '20455', neighbour: HUNG_SON },
    ...{ transfer: [0.5, 1], after: {} },
  },
  {
    ...{ id: CENTRE, name: 'TT PVHCC Hải Phòng', commune: null, neighbour: HAI_AN },
    ...{ transfer: [0.1, 0.3], after: {} },
  },
];

/** The usual pace: minutes, hours and days of the wall clock, moved to the next open minute of the office. */
const USUAL = {
  confirmDelivery: '0m',
  accept: '15m..2h',
  ask: '1h..3h',
  supplement: '1d..3d',
  decide: '1h..3h',
  dispatchResult: '15m..45m',
  confirmResultArrival: '0m',
  notify: '15m',
  returnResult: '1h..1d',
};

/** What happens with some dossiers, everywhere. */
const USUAL_RULES = [
  { procedures: ['1.001612'], after: { decide: '1d..2d' } },
  { procedures: SHORT, after: { decide: '3h..1d' } },
  { procedures: ['1.004873'], share: 0.08, outcome: 'refused' },
  { procedures: ['1.001193', '1.001612'], share: 0.08, refuse: { reason: 'incompleteCopy', times: 1 } },
];
const USUAL_QUESTIONS = [
  { procedures: ['1.001612'], share: 0.25, components: ['id-card-copy'], reason: 'missingComponent' },
];

/**
 * What an office is told before it starts. Each works to the rule: how long it takes to send a dossier on is its share of the budget
 * the published procedure gives the transfer.
 * @param {Player} player
 * @param {{ service: string, transferBudgets: ReadonlyMap<string, number>, seed: number }} play budgets in working minutes, by procedure
 */
export function configOf(player, { service, transferBudgets, seed }) {
  const [least, most] = player.transfer;
  const transfers = [...transferBudgets].map(([code, budget]) => ({
    procedures: [code],
    after: { transfer: `${wallClock(least * budget)}..${wallClock(most * budget)}` },
  }));
  return {
    service,
    policy: {
      ...{ hours: OFFICE_HOURS, whenReturned: 'transferAgain', seed: String(seed) },
      after: { ...USUAL, ...player.after },
      ask: USUAL_QUESTIONS,
      rules: [...(player.rules ?? []), ...transfers, ...USUAL_RULES],
    },
  };
}

/**
 * Time of the wall clock in which at most so many working minutes pass: whole days as days, the rest as minutes.
 * @param {number} minutes of work
 */
export function wallClock(minutes) {
  const days = Math.floor(minutes / MINUTES_A_DAY);
  const quarters = Math.floor((minutes - days * MINUTES_A_DAY) / 15);
  return days > 0 && quarters === 0 ? `${days}d` : `${days * 1_440 + quarters * 15}m`;
}

/** @param {string} id */
export function nameOf(id) {
  return CAST.find((player) => player.id === id)?.name ?? id;
}
