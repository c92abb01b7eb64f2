/** What a command about procedures is about: a file, or a version the service has (`1.004873@2`). */
import { existsSync } from 'node:fs';
import { procedureCodeSchema, procedureVersionSchema } from '@lien-thong/domain';
import type { ProcedureVersion } from '@lien-thong/domain';
import type { Client } from '@lien-thong/client';
import { answerOf } from '../hub.js';
import { readJson } from '../read-json.js';
import { Unreadable, unreadableFile } from '../words.js';

export interface VersionName {
  readonly code: string;
  /** Null: the newest. */
  readonly version: number | null;
}

export type Subject = { readonly kind: 'file'; readonly file: string } | ({ readonly kind: 'version' } & VersionName);

const NAMED = /^([^@]+)(?:@([1-9]\d{0,5}))?$/;

/** `1.004873`, `1.004873@2`; null for a text that names no version. */
export function versionNamed(text: string): VersionName | null {
  const [, code = '', version] = NAMED.exec(text) ?? [];
  if (!procedureCodeSchema.safeParse(code).success) return null;
  return { code, version: version === undefined ? null : Number(version) };
}

/** A file where there is one of that name, or standard input (`-`); otherwise a version. Throws Unreadable. */
export function subjectOf(text: string): Subject {
  if (text === '-' || existsSync(text)) return { kind: 'file', file: text };
  const named = versionNamed(text);
  if (named !== null) return { kind: 'version', ...named };
  throw new Unreadable({
    vi: `${text}: không có tệp nào tên như vậy, cũng không phải mã thủ tục (1.004873 hoặc 1.004873@2)`,
    en: `${text}: there is no such file, and it is no procedure code (1.004873 or 1.004873@2)`,
  });
}

/** The number of a version; that of the newest where none is named. Throws what `answerOf` throws, Unreadable when there is none. */
export async function numberOf(client: Client, { code, version }: VersionName): Promise<number> {
  if (version !== null) return version;
  const { versions } = answerOf(await client.listVersions({ code })).value;
  const newest = Math.max(0, ...versions.map((one) => one.version));
  if (newest > 0) return newest;
  throw new Unreadable({ vi: `thủ tục ${code} chưa có bản nào`, en: `procedure ${code} has no version` });
}

/** A definition that can be computed with. Throws Unreadable with the first place that is none; `lint` says all of them. */
export function definitionIn(file: string): ProcedureVersion {
  const value = readJson(file);
  const numbered =
    typeof value === 'object' && value !== null && !('version' in value) ? { ...value, version: 1 } : value;
  const parsed = procedureVersionSchema.safeParse(numbered);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw unreadableFile(file, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

/** The definition of a subject, wherever it is. Throws NoAnswer. */
export async function definitionOf(subject: Subject, client: () => Client): Promise<ProcedureVersion> {
  if (subject.kind === 'file') return definitionIn(subject.file);
  const hub = client();
  const version = await numberOf(hub, subject);
  return procedureVersionSchema.parse(answerOf(await hub.readProcedureVersion({ code: subject.code, version })).value);
}
