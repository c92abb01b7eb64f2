/** The web console on the port of the API: its files, and its page wherever a browser asks for one. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { setPageHeaders } from '../http/security-headers.js';
import type { ConsoleFolder } from './console-folder.js';
import { whichFile } from './which-file.js';

/** Their names change with their contents. */
const HASHED = /^assets\//;
const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, but asked about each time: a new console is there with the next visit. */
const ASKED_ABOUT = 'no-cache';

/**
 * Answers before the not-found handler what no route knows and the console has. Everything else stays the problem it is. A hook and no
 * route: a path of the API under a wrong method is still told from one that does not exist.
 */
export async function serveConsole(server: FastifyInstance, { root, files }: ConsoleFolder): Promise<void> {
  await server.register(fastifyStatic, {
    root,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    // Small files: a range is answered with the whole.
    acceptRanges: false,
    dotfiles: 'ignore',
  });
  server.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return;
    const { method, url } = request;
    const file = whichFile({ method, url, accept: request.headers.accept ?? '' }, files);
    if (file === null || !(await isThere(join(root, file)))) return;
    return headed(reply, file).sendFile(file, root);
  });
}

function headed(reply: FastifyReply, file: string): FastifyReply {
  setPageHeaders(reply);
  return reply.headers({ 'cache-control': HASHED.test(file) ? FOR_EVER : ASKED_ABOUT, vary: 'accept-encoding' });
}

/** It may have been taken away since; a 404 must not be kept for a year. */
async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
