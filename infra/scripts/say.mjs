// @ts-check

/**
 * Everything a person reads here is Vietnamese first, English beneath.
 * @param {string} vietnamese
 * @param {string} english
 */
export function say(vietnamese, english) {
  console.log(`${vietnamese}\n${dim(english)}`);
}

/**
 * @param {string} text
 * @returns {string} grey on a terminal, plain in a log
 */
function dim(text) {
  return process.stdout.isTTY ? `\u001b[2m${text}\u001b[0m` : text;
}

/** Something the reader can put right: shown as it stands, without a stack trace. */
export class Refused extends Error {
  /**
   * @param {string} vietnamese
   * @param {string} english
   */
  constructor(vietnamese, english) {
    super(`${vietnamese}\n${english}`);
    this.name = 'Refused';
  }
}

/**
 * Runs a script's main function; a refusal becomes its sentences, any other error keeps its stack.
 * @param {() => Promise<number>} main gives the exit code
 * @param {number} [failed] the exit code where it gives none
 */
export async function runScript(main, failed = 1) {
  try {
    process.exitCode = await main();
  } catch (error) {
    const readable = error instanceof Error && ['Refused', 'PostgresMissing'].includes(error.name);
    console.error(readable ? `\n${error.message}` : error);
    process.exitCode = failed;
  }
}
