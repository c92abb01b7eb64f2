// @ts-check
/** Two working weeks of citizens, drawn from a seed: who comes where, when, with what, about which commune. */
import { minutesOf } from '../journey/days.mjs';
import { CAST, CENTRE } from './cast.mjs';
import { chanceOf, oneOf, weighted } from './random.mjs';

/** @typedef {import('./actor.mjs').Json} Json */
/** @typedef {{ at: string, agency: string, name: string, dossier: Json }} HandedIn */

/** Weekdays of two weeks, counted from the first Monday. */
export const WORKING_DAYS = [0, 1, 2, 3, 4, 7, 8, 9, 10, 11];
/** Counters are visited on quarter hours. */
const QUARTERS = ['07:45', '11:15', '13:45', '16:45'].map(minutesOf);
const STEP = 15;

/** Which commune decides is a question of residence, or of the seat of the business; copies are made where they are asked for. */
/** @type {readonly { weight: number, value: { code: string, place: string | null, crosses: boolean } }[]} */
const PROCEDURES = [
  { weight: 26, value: { code: '1.004873', place: 'residence', crosses: true } },
  { weight: 22, value: { code: '1.001612', place: 'headOffice', crosses: true } },
  { weight: 18, value: { code: '1.001193', place: 'residence', crosses: true } },
  { weight: 14, value: { code: '2.000635', place: 'residence', crosses: false } },
  { weight: 12, value: { code: '2.000815', place: null, crosses: false } },
];
/** Certified copies are made at a counter only. */
const CHANNELS = [
  { weight: 60, value: 'counter' },
  { weight: 32, value: 'online' },
  { weight: 8, value: 'post' },
];
const CROSSING = 0.72;

/**
 * @param {{ seed: number, count: number, on: (day: number, time: number) => string, run: string }} of `run` tells two plays apart
 * @returns {HandedIn[]} in the order of time
 */
export function scheduleOf({ seed, count, on, run }) {
  const chance = chanceOf(seed);
  const drawn = Array.from({ length: count }, () => drawOne(chance, on));
  return drawn
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((each, index) => ({ ...each, name: `${run}-${String(index + 1).padStart(3, '0')}` }));
}

/**
 * @param {() => number} chance
 * @param {(day: number, time: number) => string} on
 */
function drawOne(chance, on) {
  const day = oneOf(chance, WORKING_DAYS);
  const player = weighted(
    chance,
    CAST.map((value) => ({ weight: value.id === CENTRE ? 1 : 2, value })),
  );
  // The city's centre decides nothing itself.
  const fitting = PROCEDURES.filter(({ value }) => player.commune !== null || value.crosses);
  const { code, place, crosses } = weighted(chance, fitting);
  const channel = code === '2.000815' ? 'counter' : weighted(chance, CHANNELS);
  const away = player.commune === null || (crosses && chance() < CROSSING);
  const commune = away ? communeOf(chance, player) : player.commune;
  return {
    at: on(day, timeOf(chance)),
    agency: player.id,
    dossier: dossierOf({ code, channel, jurisdiction: place === null ? {} : { [place]: { communeCode: commune } } }),
  };
}

/** @param {() => number} chance */
function timeOf(chance) {
  const [a = 0, b = 0, c = 0, d = 0] = QUARTERS;
  const slots = [];
  for (let time = a; time <= d; time += STEP) if (time <= b || time >= c) slots.push(time);
  return oneOf(chance, slots);
}

/** @param {() => number} chance @param {import('./cast.mjs').Player} player */
function communeOf(chance, { id, neighbour }) {
  const others = CAST.filter((other) => (id === CENTRE ? other.id.startsWith('haiphong-') : other.id === neighbour));
  return oneOf(
    chance,
    others.flatMap(({ commune }) => commune ?? []),
  );
}

/**
 * What is dropped on the counter: a reception, or, online, a submission that is received at once.
 * @param {{ code: string, channel: string, jurisdiction: Json }} of
 * @returns {Json}
 */
export function dossierOf({ code, channel, jurisdiction }) {
  const intake = { procedureCode: code, channel, jurisdiction };
  const persons = { private: { persons: [{ role: 'applicant', name: 'Nguyễn Thị Ví Dụ' }] } };
  if (channel !== 'online') return { type: 'receive', intake, ...persons };
  return { type: 'submit', intake, ...persons, then: [{ type: 'receive' }] };
}
