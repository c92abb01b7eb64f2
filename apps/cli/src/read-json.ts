import { readFileSync } from 'node:fs';
import { unreadableFile } from './words.js';

/** The JSON value of a file (`-`: standard input). Throws Unreadable. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8')) as unknown;
  } catch (error) {
    throw unreadableFile(file, error instanceof Error ? error.message : String(error));
  }
}
