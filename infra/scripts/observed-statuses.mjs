// @ts-check
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Holds the statuses the suites have seen against those the OpenAPI document promises. `default` (faults and outages) is not asked for.
 * @param {{ paths: Record<string, Record<string, { operationId: string, responses: Record<string, unknown> }>> }} document
 * @param {string} folder one file a process, a line `operationId status` each time
 * @returns {string[]} one complaint for each documented status that nobody has seen
 */
export function unseenStatuses(document, folder) {
  const seen = linesIn(folder);
  return Object.values(document.paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ operationId, responses }) => Object.keys(responses).map((status) => `${operationId} ${status}`))
    .filter((line) => !line.endsWith(' default') && !seen.has(line))
    .map((line) => `documented, but never seen in any suite: ${line}`);
}

/**
 * Holds the events the suites have been told against those the AsyncAPI document declares. (One that is told and not declared fails
 * where it is seen.)
 * @param {{ components: { messages: Record<string, { name: string }> } }} document
 * @param {string} folder the same; a line `event type` each time
 * @returns {string[]} one complaint for each declared event that nobody has been told
 */
export function unseenEvents(document, folder) {
  const seen = linesIn(folder);
  return Object.values(document.components.messages)
    .filter(({ name }) => !seen.has(`event ${name}`))
    .map(({ name }) => `declared, but never told in any suite: ${name}`);
}

/** @param {string} folder */
function linesIn(folder) {
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return new Set(files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split('\n')));
}
