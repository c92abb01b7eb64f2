/** A version that was drafted by one and published by another, through the API, to prepare what somebody then finds on his screen. */
import type { APIResponse, Page } from 'playwright-core';

/** Proofs take their time on a busy machine. */
const PROVED_MS = 80_000;

interface Publication {
  readonly url: string;
  readonly drafter: Page;
  readonly approver: Page;
  readonly code: string;
  /** What differs from the first version. */
  readonly changes: object;
  readonly effectiveFrom: string;
}

async function read<T>(answer: APIResponse, wanted = 200): Promise<T> {
  if (answer.status() !== wanted) throw new Error(`${answer.url()}: ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
}

const UNDERWAY = 503;

/** Asked again while the proof is under way: what is proved by then is kept. */
async function proved(ask: () => Promise<APIResponse>): Promise<APIResponse> {
  const until = Date.now() + PROVED_MS;
  for (;;) {
    const answer = await ask();
    if (answer.status() !== UNDERWAY || Date.now() > until) return answer;
  }
}

/** Number of the version. Whoever publishes stands for the verdict he has read. */
export async function published({ url, drafter, approver, code, ...rest }: Publication): Promise<number> {
  const { changes, effectiveFrom } = rest;
  const versions = `${url}/v1/procedures/${code}/versions`;
  const headers = () => ({ origin: url, 'idempotency-key': crypto.randomUUID() });
  const first = await read<object>(await drafter.request.get(`${versions}/1`));
  const data = { ...first, ...changes, effectiveFrom };
  const { version } = await read<{ version: number }>(
    await drafter.request.post(versions, { data, headers: headers() }),
    201,
  );
  const proof = `${versions}/${version}/feasibility?proofs=none&effectiveFrom=${effectiveFrom}`;
  const { current } = await read<{ current: { digest: string } }>(
    await proved(() => approver.request.get(proof, { timeout: PROVED_MS })),
  );
  const approval = { reason: 'Thí điểm theo chỉ đạo của Ủy ban nhân dân thành phố', verdict: current.digest };
  const said = { data: { effectiveFrom, approval }, headers: { ...headers(), 'if-match': '"v1"' }, timeout: PROVED_MS };
  await read(await proved(() => approver.request.post(`${versions}/${version}/publish`, said)));
  return version;
}
