/** `lienthong procedures export` and `import`: a version as a file, and a file as a draft. */
import { writeFileSync } from 'node:fs';
import { canonicalJson, procedureCodeSchema } from '@lien-thong/domain';
import type { OperationShapes } from '@lien-thong/client';
import type { Call, Command } from '../command.js';
import { textOf } from '../command.js';
import { FOUND, SOUND } from '../exit-codes.js';
import { HUB_HELP, HUB_OPTIONS, answerOf, hubOf } from '../hub.js';
import type { Outcome } from '../output.js';
import { readJson } from '../read-json.js';
import { Unreadable, unreadableFile } from '../words.js';
import { findingLine } from './lint.js';
import { numberOf, versionNamed } from './subject.js';

type Definition = OperationShapes['draftVersion']['args']['body'];

/** The same version gives the same bytes, whoever exports it when. */
async function exportVersion(call: Call): Promise<Outcome> {
  const [text = ''] = call.positionals;
  const named = versionNamed(text);
  if (named === null) {
    throw new Unreadable({ vi: `${text}: cần mã thủ tục (1.004873@2)`, en: `${text}: a procedure code (1.004873@2)` });
  }
  const client = hubOf(call);
  const version = await numberOf(client, named);
  const { value } = answerOf(await client.readProcedureVersion({ code: named.code, version }));
  const out = textOf(call, 'out');
  const json = canonicalJson(value);
  if (out === null) return { exitCode: SOUND, lines: [{ vi: json, en: json }], value };
  try {
    writeFileSync(out, `${json}\n`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Unreadable({ vi: `không ghi được ${out}: ${why}`, en: `cannot write ${out}: ${why}` });
  }
  const line = { vi: `✓ ${named.code}@${version} → ${out}`, en: `✓ ${named.code}@${version} → ${out}` };
  return { exitCode: SOUND, lines: [line], value: { code: named.code, version, file: out } };
}

/** What is wrong in it, the service names; only its code must be readable, for it stands in the address. */
async function importFile(call: Call): Promise<Outcome> {
  const [file = ''] = call.positionals;
  const definition = readJson(file);
  const code =
    typeof definition === 'object' && definition !== null && 'code' in definition ? definition.code : undefined;
  const parsed = procedureCodeSchema.safeParse(code);
  if (!parsed.success) throw unreadableFile(file, `code: ${JSON.stringify(code ?? null)}`);
  const client = hubOf(call);
  const { value } = answerOf(await client.draftVersion({ code: parsed.data, body: definition as Definition }));
  const name = `${value.code}@${value.version}`;
  const head = {
    vi: `✓ bản nháp ${name}, lần sửa ${value.revision}; người khác công bố: lienthong procedures publish ${name} --from …`,
    en: `✓ draft ${name}, revision ${value.revision}; somebody else publishes it: lienthong procedures publish ${name} --from …`,
  };
  const isBad = value.findings.some(({ severity }) => severity === 'error');
  return { exitCode: isBad ? FOUND : SOUND, lines: [head, ...value.findings.map(findingLine)], value };
}

export const exportCommand: Command = {
  name: ['procedures', 'export'],
  usage: 'procedures export CODE[@N] [--out FILE] [--hub URL]',
  help: [
    { vi: 'xuất một bản thành JSON, luôn cùng từng byte', en: 'export a version as JSON, the same bytes each time' },
    { vi: '--out FILE      ghi vào tệp thay vì in ra', en: '--out FILE      into a file instead of standard output' },
    HUB_HELP,
  ],
  options: { out: { type: 'string' }, ...HUB_OPTIONS },
  takes: { least: 1, most: 1 },
  tables: true,
  run: exportVersion,
};

export const importCommand: Command = {
  name: ['procedures', 'import'],
  usage: 'procedures import FILE [--hub URL]',
  help: [
    {
      vi: 'nhập tệp JSON thành bản nháp mới; mã thoát 1 nếu bản nháp có lỗi chặn công bố',
      en: 'import a JSON file as a new draft; exit code 1 when it has an error that keeps it from being published',
    },
    HUB_HELP,
  ],
  options: HUB_OPTIONS,
  takes: { least: 1, most: 1 },
  tables: true,
  run: importFile,
};
