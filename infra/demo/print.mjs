// @ts-check
/** How the play looks on the screen. What is measured in real time, and so differs from run to run, stands behind a ~. */
import { say } from '../scripts/say.mjs';

const WIDTH = 100;
let spokeAt = Date.now();

/** @param {string} vietnamese @param {string} english */
export function scene(vietnamese, english) {
  console.log(`\n${'─'.repeat(WIDTH)}`);
  say(vietnamese, english);
  spokeAt = Date.now();
}

/** A figure of this machine and this run. @param {string} vietnamese @param {string} english */
export function measured(vietnamese, english) {
  console.log(`  ~ ${vietnamese} · ${english}`);
  spokeAt = Date.now();
}

/** @param {string} line */
export function plain(line) {
  console.log(line);
  spokeAt = Date.now();
}

/** True when the reader has been left alone for longer than this. @param {number} ms */
export function silentFor(ms) {
  return Date.now() - spokeAt > ms;
}
