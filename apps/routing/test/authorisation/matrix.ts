/** The callers of the matrix, and how each operation of the document is called by one of them. */
import type { Role } from '../../src/identity/caller.js';
import { PublishedDocument } from '../../src/openapi/published-document.js';
import type { Answer } from '../answer.js';
import type { TestApp } from '../app.js';
import type { HttpCaller } from '../http-caller.js';
import { AGENCIES } from './dossier-under-way.js';
import { RELATIONS } from './table.js';
import type { Relation, Row } from './table.js';

export interface Who {
  readonly role: Role;
  readonly relation: Relation;
}

export interface MatrixCaller extends Who {
  /** `clerk's software` or `clerk` */
  readonly name: string;
  readonly caller: HttpCaller;
}

/** Every role at every relation, as software and as a person. */
export async function callersOf(office: TestApp): Promise<readonly MatrixCaller[]> {
  const callers: MatrixCaller[] = [];
  for (const relation of RELATIONS) {
    for (const role of rolesAt(relation)) {
      const agency = AGENCIES[relation];
      callers.push({ name: `${role}'s software`, role, relation, caller: await office.as(agency, role) });
      callers.push({ name: role, role, relation, caller: await office.asPerson(agency, role) });
    }
  }
  return callers;
}

/** A clerk of the supervising agency watches over nobody: the right hangs on the role, not on the house. */
function rolesAt(relation: Relation): readonly Role[] {
  return ['clerk', 'supervisor', 'admin', 'auditor'].filter(
    (role) => relation !== 'none' || role !== 'supervisor',
  ) as Role[];
}

/** Who may know that there is the dossier. */
export function knowsOfIt({ role, relation }: Who): boolean {
  if (relation === 'receiving' || relation === 'competent' || relation === 'consulted') return true;
  return relation === 'overBoth' && (role === 'supervisor' || role === 'auditor');
}

/** Operations of the document, as `GET /v1/dossiers`. */
export function operationsOf(office: TestApp): readonly string[] {
  return Object.entries(office.app.get(PublishedDocument).get().paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
}

/** One row of the table and the dossier it is asked about. */
export interface Question {
  readonly operation: string;
  readonly row: Row;
  readonly code: string;
}

/** No alert has this id. */
const NO_ALERT = '00000000-0000-4000-8000-000000000000';

function addressOf({ operation, row, code }: Question): string {
  const path = (operation.split(' ')[1] ?? '')
    .replace('/dossiers/{code}', `/dossiers/${code}`)
    .replace('/track/{code}', `/track/${code}`)
    .replace('{clockId}', 'legal')
    .replace('{kid}', 'nobody')
    .replace('{officer}', 'nobody')
    .replace('{key}', 'nobody')
    .replace('{competence}', 'nothing')
    .replace('/agencies/{id}', `/agencies/${AGENCIES.none}`)
    .replace('/alerts/{id}', `/alerts/${NO_ALERT}`)
    .replace('{calendar}', 'national')
    .replace('{amendment}', '018f4d5e-0000-7000-8000-00000000abcd')
    .replace('{outage}', '018f4d5e-0000-7000-8000-00000000abcd')
    .replace('{code}', '1.012817')
    .replace('{version}', '1');
  return `${path}${row.query ?? ''}`;
}

export function ask(caller: HttpCaller, question: Question): Promise<Answer> {
  const { operation, row } = question;
  const address = addressOf(question);
  if (operation.startsWith('GET')) return caller.get(address);
  if (!operation.startsWith('POST')) return changeBy(caller, question);
  return caller.post(address, row.body ?? {}, { 'if-match': row.concern === 'dossier' ? '"v5"' : (row.ifMatch ?? '') });
}

/** PUT and DELETE, of something that somebody else has seen lately. */
function changeBy(caller: HttpCaller, question: Question): Promise<Answer> {
  const [method = ''] = question.operation.split(' ');
  const { body } = question.row;
  const raw = body === undefined ? {} : { raw: JSON.stringify(body) };
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
  return caller.send(method, addressOf(question), { headers: { 'if-match': '"v1"', ...type }, ...raw });
}

/** Signing out ends the session that the other rows are asked with, and a key has none. */
export function endsOwnSession(operation: string, { name }: MatrixCaller): boolean {
  return operation === 'POST /auth/logout' && !name.endsWith('software');
}
