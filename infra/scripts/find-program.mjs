// @ts-check
import { accessSync, constants } from 'node:fs';
import { delimiter } from 'node:path';

/**
 * A program of the system: the one that was named, else the first that is there.
 * @param {string | undefined} named as a variable of the environment says it
 * @param {readonly string[]} places
 * @returns {string | undefined} undefined when there is none, or when the named one is none
 */
export function findProgram(named, places) {
  return (named ? [named] : places).find(isProgram);
}

/**
 * Where the PATH looks, in its order.
 * @param {NodeJS.ProcessEnv} env
 */
export const foldersOnPath = (env) => (env['PATH'] ?? '').split(delimiter).filter(Boolean);

/** @param {string} file */
function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
