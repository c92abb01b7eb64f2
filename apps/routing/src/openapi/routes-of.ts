import { RequestMethod } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
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

/** The routes of these controllers. Throws for one that says nothing about itself. */
export function routesOf(controllers: readonly Type[]): Route[] {
  const scanner = new MetadataScanner();
  return controllers.flatMap((controller) => {
    const prototype = controller.prototype as Record<string, Handler | undefined>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (handler === undefined || !Reflect.hasMetadata(PATH, handler)) return [];
      return [routeOf(controller, name, handler)];
    });
  });
}

function routeOf(controller: Type, name: string, handler: Handler): Route {
  const facts = Reflect.getMetadata(OPERATION, handler) as OperationFacts | undefined;
  const access = (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, controller)) as AccessRule;
  if (facts === undefined) throw new Error(`${controller.name}.${name} has no @Operation`);
  const method = RequestMethod[Reflect.getMetadata(METHOD, handler) as number] ?? '';
  return {
    method: method.toLowerCase(),
    path: pathOf(controller, handler),
    access,
    facts,
    ...withQueryOf(facts, argumentsOf(controller, name)),
  };
}

function pathOf(controller: Type, handler: Handler): string {
  const parts = [Reflect.getMetadata(PATH, controller), Reflect.getMetadata(PATH, handler)] as string[];
  const path = parts.map((part) => part.replace(/^\/|\/$/g, '')).filter((part) => part !== '');
  return `/${path.join('/')}`.replace(/:([A-Za-z]+)/g, '{$1}');
}

function withQueryOf(facts: OperationFacts, found: ReturnType<typeof argumentsOf>): ReturnType<typeof argumentsOf> {
  return { ...found, query: facts.query ?? found.query };
}

interface Argument {
  readonly data?: unknown;
  readonly schema?: z.ZodType;
}

function argumentsOf(controller: Type, name: string): Pick<Route, 'body' | 'query' | 'params'> {
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
