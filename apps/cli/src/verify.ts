/** `lienthong verify FILE`: exported evidence, checked offline. */
import { NotEvidence, verifyEvidence } from '@lien-thong/client/evidence';
import type { EvidenceFinding, EvidenceReport, EvidenceVerdict } from '@lien-thong/client/evidence';
import type { Command } from './command.js';
import { textOf } from './command.js';
import type { Outcome } from './output.js';
import { readJson } from './read-json.js';
import { FOUND, SOUND } from './exit-codes.js';
import { unreadableFile } from './words.js';
import type { Words } from './words.js';

const ROWS: { readonly [Row in EvidenceFinding['row']]: Words } = {
  file: { vi: 'tệp', en: 'file' },
  event: { vi: 'sự kiện', en: 'event' },
  key: { vi: 'khóa', en: 'key' },
  receipt: { vi: 'biên nhận', en: 'receipt' },
  rules: { vi: 'quy tắc', en: 'rules' },
  clock: { vi: 'đồng hồ', en: 'clock' },
  segment: { vi: 'đoạn thời gian', en: 'segment' },
  seal: { vi: 'niêm phong', en: 'seal' },
};

/** Throws Unreadable for a file that is no evidence. */
async function verify(file: string, hubKey: string | undefined): Promise<Outcome> {
  const value = readJson(file);
  let verdict: EvidenceVerdict;
  try {
    verdict = await verifyEvidence(value, hubKey === undefined ? {} : { hubKey });
  } catch (error) {
    if (error instanceof NotEvidence) throw unreadableFile(file, error.message);
    throw error;
  }
  const exitCode = verdict.sound ? SOUND : FOUND;
  return { exitCode, value: verdict, lines: [verdict.sound ? soundWords(verdict.report) : badWords(verdict.finding)] };
}

function soundWords({ code, events, receipts, clocks, segments, hubKey }: EvidenceReport): Words {
  const [viKey, enKey] =
    hubKey === 'trusted'
      ? ['khóa niêm phong đã đối chiếu', 'seal key compared']
      : [
          'khóa niêm phong chỉ do tệp nêu (dùng --hub-key để đối chiếu)',
          'seal key named by the file only (compare it with --hub-key)',
        ];
  return {
    vi: `✓ ${code}: ${events} sự kiện, ${receipts} biên nhận, ${clocks} đồng hồ, ${segments} đoạn đều khớp; ${viKey}`,
    en: `${code}: ${events} events, ${receipts} receipts, ${clocks} clocks, ${segments} segments all agree; ${enKey}`,
  };
}

function badWords({ row, at, field, expected, found }: EvidenceFinding): Words {
  const values = `${shown(expected)} ≠ ${shown(found)}`;
  return {
    vi: `✗ dòng sai đầu tiên: ${ROWS[row].vi} ${at}, ${field}: ${values}`,
    en: `first bad row: ${ROWS[row].en} ${at}, ${field}: ${values}`,
  };
}

const LONGEST = 120;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

export const verifyCommand: Command = {
  name: ['verify'],
  usage: 'verify FILE [--hub-key X]',
  help: [
    {
      vi: 'kiểm tra ngoại tuyến chứng cứ của một hồ sơ: chuỗi sự kiện, chữ ký, từng phút',
      en: 'check the exported evidence of a dossier offline: chain, signatures, minutes',
    },
    {
      vi: '--hub-key X     khóa niêm phong của hệ thống, lấy từ nơi đáng tin',
      en: '--hub-key X     the seal key of the service, from a source you trust',
    },
  ],
  options: { 'hub-key': { type: 'string' } },
  takes: { least: 1, most: 1 },
  tables: false,
  run: (call) => verify(call.positionals[0] ?? '', textOf(call, 'hub-key') ?? undefined),
};
