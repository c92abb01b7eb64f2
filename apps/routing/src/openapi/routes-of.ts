import { RequestMethod } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import type { DiscoveryService } from '@nestjs/core';
import type { z } from 'zod';
import { ACCESS } from '../identity/access.js';
import type { AccessRule } from '../identity/access.js';
import { OPERATION } from './operation.js';
import type { OperationFacts } from './operation.js';

/** Keys under which Nest keeps what its decorators were told, and the kinds of parameters by their number. */
const PATH = 'path';
const METHOD = 'method';
const ARGUMENTS = '__routeArguments__';
const KIND_BODY = '3';
const KIND_QUERY = '4';
const KIND_PARAM = '5';

export interface Route {
  /** Lower case. */
  readonly method: string;
  /** With parameters in braces. */
  readonly path: string;
  readonly access: AccessRule;
  readonly facts: OperationFacts;
  readonly body: z.ZodType | null;
  readonly query: z.ZodType | null;
  readonly params: ReadonlyMap<string, z.ZodType>;
}

type Handler = (...values: never[]) => unknown;

/** Every route of the running application. Throws for one that says nothing about itself. */
export function routesOf(discovery: DiscoveryService): Route[] {
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, Handler | undefined>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (handler === undefined || !Reflect.hasMetadata(PATH, handler)) return [];
      return [routeOf(metatype as Handler, name, handler)];
    });
  });
}

function routeOf(controller: Handler, name: string, handler: Handler): Route {
  const facts = Reflect.getMetadata(OPERATION, handler) as OperationFacts | undefined;
  const access = (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller)) as AccessRule;
  if (facts === undefined) throw new Error(`${controller.name}.${name} has no @Operation`);
  const method = RequestMethod[Reflect.getMetadata(METHOD, handler) as number] ?? '';
  return {
    method: method.toLowerCase(),
    path: pathOf(controller, handler),
    access,
    facts,
    ...argumentsOf(controller, name),
  };
}

function pathOf(controller: Handler, handler: Handler): string {
  const parts = [Reflect.getMetadata(PATH, controller), Reflect.getMetadata(PATH, handler)] as string[];
  const path = parts.map((part) => part.replace(/^\/|\/$/g, '')).filter((part) => part !== '');
  return `/${path.join('/')}`.replace(/:([A-Za-z]+)/g, '{$1}');
}

interface Argument {
  readonly data?: unknown;
  readonly schema?: z.ZodType;
}

function argumentsOf(controller: Handler, name: string): Pick<Route, 'body' | 'query' | 'params'> {
  const known = (Reflect.getMetadata(ARGUMENTS, controller, name) ?? {}) as Record<string, Argument>;
  const ofKind = (kind: string): Argument[] =>
    Object.entries(known).flatMap(([key, argument]) => (key.startsWith(`${kind}:`) ? [argument] : []));
  const params = ofKind(KIND_PARAM).flatMap(({ data, schema }): [string, z.ZodType][] =>
    typeof data === 'string' && schema !== undefined ? [[data, schema]] : [],
  );
  return {
    body: ofKind(KIND_BODY)[0]?.schema ?? null,
    query: ofKind(KIND_QUERY)[0]?.schema ?? null,
    params: new Map(params),
  };
}
