/** Questions to the prover. A proof takes seconds; a whole version may take longer than one request waits, and the work then goes on. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { FeasibilityAnswer, FeasibilityQuestion, ProcedureDefinition } from '@lien-thong/client';
import { ABOUT } from '../../service/queries.js';
import { service, valueFrom } from '../../service/service.js';
import type { Json } from '../form/json.js';

const PATIENCE = { giveUpAfterMs: 180_000, attemptTimeoutMs: 60_000 };
const LONG_PATIENCE = { giveUpAfterMs: 240_000, attemptTimeoutMs: 240_000 };
const KEPT_MS = 300_000;

export type RouteClass = FeasibilityQuestion['route'];
export type Channel = NonNullable<FeasibilityQuestion['channel']>;
export type Policy = NonNullable<FeasibilityQuestion['waysOut']>;

/** Whose desks, which way, which case: one route of a version. */
export interface Route {
  readonly caseKey: string;
  readonly channel: Channel;
  readonly route: RouteClass;
  readonly receiver: string;
  readonly decider: string;
}

export interface Question {
  readonly definition: Json;
  readonly route: Route;
  readonly range: {
    readonly from: string;
    readonly to: string;
    /** Only receptions of these hours of the day. */
    readonly hours?: { readonly from: number; readonly to: number };
  };
  /** With the starts by day and hour. */
  readonly grid?: boolean;
}

function bodyOf({
  definition,
  route: { receiver, decider, ...route },
  range,
  grid = false,
}: Question): FeasibilityQuestion {
  return {
    // What is typed may be no definition: the service looks for itself, and names and places what is wrong.
    definition: definition as unknown as ProcedureDefinition,
    ...route,
    ...(route.route === 'sameAgency' ? { agencies: { receiver } } : { agencies: { receiver, decider } }),
    range,
    grid,
  };
}

/** An answer, and what it was asked about: the form has moved on when they differ. */
export interface Proved {
  readonly asked: Question;
  readonly answer: FeasibilityAnswer;
}

const proofKey = (question: Question | null): readonly unknown[] => [ABOUT.procedures, 'proof', question];

export const proofQuery = (question: Question | null) =>
  queryOptions({
    queryKey: proofKey(question),
    queryFn: ({ signal }: { readonly signal: AbortSignal }): Promise<Proved> => {
      if (question === null) throw new Error('nothing was asked');
      return askProof(question, signal);
    },
    enabled: question !== null,
    staleTime: KEPT_MS,
    retry: false,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData<Proved>,
  });

/** The same of a question that is asked beside others: nothing of another route stands in for its answer. */
export const routeQuery = (question: Question) =>
  queryOptions({
    queryKey: proofKey(question),
    queryFn: ({ signal }) => askProof(question, signal),
    staleTime: KEPT_MS,
    retry: false,
    refetchOnWindowFocus: false,
  });

/** `signal` is given when nobody wants the answer any more: the service then does not begin what it has not begun. */
async function askProof(question: Question, signal: AbortSignal): Promise<Proved> {
  const answer = await valueFrom(service.askFeasibility({ body: bodyOf(question) }, { retries: PATIENCE, signal }));
  return { asked: question, answer };
}

/** The ways out; much more work than a proof, so only when somebody asks. */
export async function askWaysOut(question: Question, policy: Policy): Promise<Proved> {
  const body = { ...bodyOf(question), grid: false, waysOut: policy };
  return { asked: question, answer: await valueFrom(service.askFeasibility({ body }, { retries: LONG_PATIENCE })) };
}

export interface AskedVersion {
  readonly code: string;
  readonly version: number;
  /** Of a draft: another revision, another verdict. */
  readonly revision: number | null;
  readonly effectiveFrom?: string;
}

/** The verdict on a whole version: every route, all hours. */
export const versionVerdictQuery = ({ code, version, revision, effectiveFrom }: AskedVersion) =>
  queryOptions({
    queryKey: [ABOUT.procedures, code, 'verdict', version, revision, effectiveFrom ?? null],
    queryFn: () =>
      valueFrom(
        service.readVersionFeasibility(
          { code, version, proofs: 'none', ...(effectiveFrom === undefined ? {} : { effectiveFrom }) },
          { retries: PATIENCE },
        ),
      ),
    staleTime: KEPT_MS,
    retry: false,
    refetchOnWindowFocus: false,
  });
