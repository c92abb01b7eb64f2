/** `lienthong procedures lint`: findings of a definition, offline for a file, asked of the service for a version it has. */
import { lintProcedure } from '@lien-thong/domain';
import type { Call, Command } from '../command.js';
import { isSet } from '../command.js';
import { FOUND, SOUND } from '../exit-codes.js';
import { HUB_HELP, HUB_OPTIONS, answerOf, hubOf } from '../hub.js';
import type { Outcome } from '../output.js';
import { readJson } from '../read-json.js';
import type { Words } from '../words.js';
import { lintWords } from './lint-words.js';
import { numberOf, subjectOf } from './subject.js';

interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning';
  readonly path: string;
  readonly sentence: string;
  readonly sentenceEn: string;
}

interface Linted {
  readonly subject: string;
  /** No finding that keeps it from being published. */
  readonly publishable: boolean;
  readonly findings: readonly Finding[];
}

function inFile(file: string): Linted {
  const findings = lintProcedure({ definition: readJson(file) }).map((finding): Finding => {
    const { vi, en } = lintWords(finding);
    return { rule: finding.rule, severity: finding.severity, path: finding.path, sentence: vi, sentenceEn: en };
  });
  return { subject: file, publishable: findings.every(({ severity }) => severity === 'warning'), findings };
}

async function linted(text: string, call: Call): Promise<Linted> {
  const subject = subjectOf(text);
  if (subject.kind === 'file') return inFile(subject.file);
  const client = hubOf(call);
  const version = await numberOf(client, subject);
  const { publishable, findings } = answerOf(await client.lintVersion({ code: subject.code, version })).value;
  return { subject: `${subject.code}@${version}`, publishable, findings };
}

const MARK = { error: '✗', warning: '!' } as const;

function linesOf({ subject, publishable, findings }: Linted): readonly Words[] {
  const clean: Words = { vi: `✓ ${subject}: không có gì phải sửa`, en: `✓ ${subject}: nothing to mend` };
  const head: Words = publishable
    ? { vi: `${subject}: công bố được, có lưu ý`, en: `${subject}: can be published, with warnings` }
    : { vi: `${subject}: chưa công bố được`, en: `${subject}: cannot be published` };
  if (findings.length === 0) return [clean];
  return [head, ...findings.map(findingLine)];
}

/** One finding as a line: its weight, its place, its sentence, its name. */
export function findingLine({ rule, severity, path, sentence, sentenceEn }: Finding): Words {
  const place = path === '' ? '' : `${path}: `;
  return {
    vi: `  ${MARK[severity]} ${place}${sentence} [${rule}]`,
    en: `  ${MARK[severity]} ${place}${sentenceEn} [${rule}]`,
  };
}

async function lint(call: Call): Promise<Outcome> {
  const all: Linted[] = [];
  for (const text of call.positionals) all.push(await linted(text, call));
  const strict = isSet(call, 'strict');
  const isBad = all.some(({ publishable, findings }) => !publishable || (strict && findings.length > 0));
  return { exitCode: isBad ? FOUND : SOUND, lines: all.flatMap(linesOf), value: all };
}

export const lintCommand: Command = {
  name: ['procedures', 'lint'],
  usage: 'procedures lint FILE|CODE[@N]… [--strict] [--hub URL]',
  help: [
    {
      vi: 'kiểm tra định nghĩa thủ tục: từng lỗi có tên, vị trí và câu giải thích; tệp thì kiểm tra ngoại tuyến',
      en: 'lint definitions: every finding with its name, its place and a sentence; a file is checked offline',
    },
    { vi: '--strict        lưu ý cũng tính là lỗi', en: '--strict        warnings count, too' },
    HUB_HELP,
  ],
  options: { strict: { type: 'boolean', default: false }, ...HUB_OPTIONS },
  takes: { least: 1, most: 100 },
  tables: true,
  run: lint,
};
