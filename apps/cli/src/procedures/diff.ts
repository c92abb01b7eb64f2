/** `lienthong procedures diff`: how two versions differ, in the service's words where it has both, place by place where one is a file. */
import { diffProcedures } from '@lien-thong/domain';
import type { ProcedureChange } from '@lien-thong/domain';
import type { Client } from '@lien-thong/client';
import type { Call, Command } from '../command.js';
import { FOUND, SOUND } from '../exit-codes.js';
import { HUB_HELP, HUB_OPTIONS, answerOf, hubOf } from '../hub.js';
import type { Outcome } from '../output.js';
import type { Words } from '../words.js';
import { definitionOf, numberOf, subjectOf } from './subject.js';
import type { Subject, VersionName } from './subject.js';

const NONE = '–';
const written = (value: string | number | boolean | null): string => (value === null ? NONE : String(value));
const TREND = { rises: ' ↑', falls: ' ↓' } as const;
const MOVED: Words = { vi: 'đổi thứ tự', en: 'stands in another order' };

/** A change without words of its own: the place, and what stood and stands there. */
export function placeOfChange(change: ProcedureChange): Words {
  const same = (text: string): Words => ({ vi: text, en: text });
  switch (change.kind) {
    case 'added':
      return same(`  + ${change.path}: ${change.name}`);
    case 'removed':
      return same(`  - ${change.path}: ${change.name}`);
    case 'moved':
      return { vi: `  ~ ${change.path}: ${MOVED.vi}`, en: `  ~ ${change.path}: ${MOVED.en}` };
    case 'duration':
    case 'amount':
    case 'field': {
      const trend = 'trend' in change && change.trend !== null ? TREND[change.trend] : '';
      return same(`  ~ ${change.path}: ${written(change.from)} → ${written(change.to)}${trend}`);
    }
  }
}

const equal: Words = { vi: '✓ Không khác nhau', en: '✓ No difference' };

/** Two versions of one procedure that the service has: its sentences, and how many open dossiers stay on the older one. */
async function ofService(client: Client, older: VersionName, newer: VersionName): Promise<Outcome> {
  const [against, version] = [await numberOf(client, older), await numberOf(client, newer)];
  const { value } = answerOf(await client.diffVersions({ code: newer.code, version, against }));
  const { changes, openDossiers } = value;
  const open: Words = {
    vi: `${openDossiers} hồ sơ đang mở theo bản ${against}, vẫn theo bản ấy`,
    en: `${openDossiers} open dossiers on version ${against}, which stay on it`,
  };
  const lines = changes.map(({ sentence, sentenceEn }) => ({ vi: `  ${sentence}`, en: `  ${sentenceEn}` }));
  return {
    exitCode: changes.length === 0 ? SOUND : FOUND,
    lines: [...(changes.length === 0 ? [equal] : lines), open],
    value,
  };
}

function isOfOneProcedure(older: Subject, newer: Subject): older is Subject & { kind: 'version' } {
  return older.kind === 'version' && newer.kind === 'version' && older.code === newer.code;
}

async function diff(call: Call): Promise<Outcome> {
  const [first = '', second = ''] = call.positionals;
  const [older, newer] = [subjectOf(first), subjectOf(second)];
  if (isOfOneProcedure(older, newer) && newer.kind === 'version') return ofService(hubOf(call), older, newer);
  const client = (): Client => hubOf(call);
  const changes = diffProcedures(await definitionOf(older, client), await definitionOf(newer, client));
  const lines = changes.length === 0 ? [equal] : changes.map(placeOfChange);
  return { exitCode: changes.length === 0 ? SOUND : FOUND, lines, value: { changes } };
}

export const diffCommand: Command = {
  name: ['procedures', 'diff'],
  usage: 'procedures diff OLDER NEWER [--hub URL]',
  help: [
    {
      vi: 'so hai bản; mỗi bên là một tệp hoặc CODE[@N]. Hai bản trên hệ thống: bằng lời, kèm số hồ sơ đang mở',
      en: 'compare two versions, each a file or CODE[@N]. Two of the service: in words, with the open dossiers affected',
    },
    { vi: 'mã thoát 0 giống nhau, 1 khác nhau', en: 'exit code 0 for no difference, 1 for some' },
    HUB_HELP,
  ],
  options: HUB_OPTIONS,
  takes: { least: 2, most: 2 },
  tables: true,
  run: diff,
};
