/** `lienthong reconcile`: what an agency takes itself to hold against the list of another, or against the hub's. */
import { createClient } from '@lien-thong/client';
import { sha256 } from '@lien-thong/client/evidence';
import type { Client } from '@lien-thong/client';
import { MIRROR, holdingSchema, peerOf, reconcileHoldings } from '@lien-thong/domain';
import type { Holding, HoldingDifferences, HoldingsPeer } from '@lien-thong/domain';
import type { Call, Command } from './command.js';
import { isSet, textOf } from './command.js';
import type { Outcome } from './output.js';
import { readJson } from './read-json.js';
import { FOUND, SOUND } from './exit-codes.js';
import { Unreadable, unreadableFile } from './words.js';
import type { Words } from './words.js';

interface Lists {
  readonly mine: string;
  readonly theirs: string;
  /** The other list is the counterpart's own: its offers are offered to us. */
  readonly counterpart: boolean;
}

interface HubLine {
  readonly mine: string;
  readonly url: string;
  readonly key: string;
  /** Only dossiers on the way between us and this agency. */
  readonly between: string | undefined;
}

/** Two files. Throws Unreadable. */
async function reconcileLists({ mine, theirs, counterpart }: Lists): Promise<Outcome> {
  const [ours, others] = [holdingsIn(mine), holdingsIn(theirs)];
  const here = counterpart ? ours.filter(({ place }) => MIRROR[place] !== null) : ours;
  const there = counterpart ? others.flatMap(mirrored) : others;
  return outcomeOf(await reconcileHoldings(here, peerOf(there, sha256), sha256));
}

/** A file against the hub. Throws Unreadable, also when the hub says no or is not reached. */
async function reconcileWithHub({ mine, url, key, between }: HubLine): Promise<Outcome> {
  const client = createClient({ baseUrl: url, credentials: { kind: 'apiKey', key } });
  return outcomeOf(await reconcileHoldings(holdingsIn(mine), hubPeer(client, between), sha256));
}

function hubPeer(client: Pick<Client, 'compareHoldings'>, counterpart: string | undefined): HoldingsPeer {
  const ask = async (body: Parameters<Client['compareHoldings']>[0]['body']) => {
    const answer = await client.compareHoldings({ body: { ...body, counterpart } });
    if (answer.ok) return answer.value;
    const { code, title, titleEn } = answer.problem;
    throw new Unreadable({ vi: `hệ thống trả lời ${code}: ${title}`, en: `the hub answers ${code}: ${titleEn}` });
  };
  return {
    differing: async (digests) => {
      const answer = await ask({ digests });
      return 'differing' in answer ? answer.differing : [];
    },
    // Against no rows of ours everything the hub has of these buckets is a difference.
    rows: async (buckets) => {
      const answer = await ask({ buckets, holdings: [] });
      return 'onlyThere' in answer ? answer.onlyThere.map((row) => holdingSchema.parse(row)) : [];
    },
  };
}

function mirrored(holding: Holding): readonly Holding[] {
  const place = MIRROR[holding.place];
  return place === null ? [] : [{ ...holding, place }];
}

function holdingsIn(file: string): readonly Holding[] {
  const parsed = holdingSchema.array().safeParse(readJson(file));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw unreadableFile(file, `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim());
}

function outcomeOf(differences: HoldingDifferences): Outcome {
  const { onlyHere, onlyThere, differs } = differences;
  const count = onlyHere.length + onlyThere.length + differs.length;
  if (count === 0)
    return { exitCode: SOUND, value: differences, lines: [{ vi: '✓ hai bên khớp', en: 'both sides agree' }] };
  const lines: readonly Words[] = [
    ...onlyHere.map((row) => ({ vi: `✗ chỉ bên này có: ${said(row)}`, en: `only here: ${said(row)}` })),
    ...onlyThere.map((row) => ({ vi: `✗ chỉ bên kia có: ${said(row)}`, en: `only there: ${said(row)}` })),
    ...differs.map(({ here, there }) => ({
      vi: `✗ khác nhau: ${said(here)} ≠ ${said(there)}`,
      en: `differs: ${said(here)} ≠ ${said(there)}`,
    })),
    { vi: `${count} điểm khác nhau`, en: `${count} differences` },
  ];
  return { exitCode: FOUND, value: differences, lines };
}

const said = ({ code, place, attempt }: Holding): string => `${code} ${place} #${attempt}`;

async function reconcile(call: Call): Promise<Outcome | null> {
  const [mine = '', theirs] = call.positionals;
  const [url, between, counterpart] = [textOf(call, 'hub'), textOf(call, 'with'), isSet(call, 'counterpart')];
  if (url === null) return theirs === undefined ? null : reconcileLists({ mine, theirs, counterpart });
  if (theirs !== undefined || counterpart) return null;
  const { key } = call.env;
  if (key === null) {
    throw new Unreadable({ vi: 'thiếu khóa truy cập LIENTHONG_KEY', en: 'the access key LIENTHONG_KEY is missing' });
  }
  return reconcileWithHub({ mine, url, key, between: between ?? undefined });
}

export const reconcileCommand: Command = {
  name: ['reconcile'],
  usage: 'reconcile MINE (THEIRS [--counterpart] | --hub URL [--with AGENCY])',
  help: [
    {
      vi: 'đối chiếu danh sách hồ sơ đang giữ với danh sách khác, hoặc với hệ thống',
      en: 'compare a list of holdings with another, or with the hub',
    },
    {
      vi: '--counterpart   THEIRS là danh sách của cơ quan bên kia',
      en: '--counterpart   THEIRS is the list of the other agency',
    },
    {
      vi: '--hub URL       đối chiếu với hệ thống; khóa truy cập trong LIENTHONG_KEY',
      en: '--hub URL       compare with the hub; the access key stands in LIENTHONG_KEY',
    },
    {
      vi: '--with AGENCY   chỉ hồ sơ đang đi giữa mình và cơ quan này',
      en: '--with AGENCY   only dossiers on the way between us and this agency',
    },
  ],
  options: {
    ...{ hub: { type: 'string' }, with: { type: 'string' } },
    counterpart: { type: 'boolean', default: false },
  },
  takes: { least: 1, most: 2 },
  tables: false,
  run: reconcile,
};
