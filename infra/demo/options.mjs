// @ts-check
import { parseArgs } from 'node:util';
import { Refused } from '../scripts/say.mjs';

const DEFAULT_URL = 'http://127.0.0.1:8080';
const USAGE =
  'node infra/demo/play.mjs [--url http://127.0.0.1:8080] [--seed 42] [--dossiers 120] [--speed 0] [--again] [--figures FILE]';

/**
 * @typedef {object} Options
 * @property {string} url
 * @property {number} seed
 * @property {number} dossiers on the schedule, beside those of the scenes
 * @property {number} speed working days of the play in a minute of yours; 0: as fast as it goes
 * @property {boolean} again a second time, with another budget for the transfer
 * @property {string | null} figures file the figures are written to, as JSON
 */

/** @returns {Options} */
export function readOptions() {
  const values = parsed();
  return {
    url: values.url ?? process.env['LIENTHONG_URL'] ?? DEFAULT_URL,
    seed: wholeNumber(values.seed, '--seed'),
    dossiers: wholeNumber(values.dossiers, '--dossiers'),
    speed: wholeNumber(values.speed, '--speed'),
    again: values.again,
    figures: values.figures ?? null,
  };
}

function parsed() {
  try {
    return parseArgs({
      options: {
        url: { type: 'string' },
        seed: { type: 'string', default: '42' },
        dossiers: { type: 'string', default: '120' },
        speed: { type: 'string', default: '0' },
        again: { type: 'boolean', default: false },
        figures: { type: 'string' },
      },
    }).values;
  } catch {
    throw new Refused(`Tham số không hợp lệ. Cách dùng: ${USAGE}`, `Unknown option. Usage: ${USAGE}`);
  }
}

/** @param {string} text @param {string} name */
function wholeNumber(text, name) {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new Refused(`${name} là một số nguyên không âm.`, `${name} is a whole number, not negative.`);
}
