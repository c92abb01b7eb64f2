import type { Plugin, Rollup } from 'vite';

/** What the first script asks for by itself, only later. */
const DRAWS = /\/src\/app\/start\.tsx$/;

/** Names in the page what draws the console, so that it is fetched beside the first script, but behind what that one needs. */
export function beginsEarly(): Plugin {
  return {
    name: 'begins-early',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((part): part is Rollup.OutputChunk => part.type === 'chunk');
        const first = chunks.find(({ facadeModuleId }) => DRAWS.test(facadeModuleId ?? ''));
        if (first === undefined) throw new Error('no part of the console draws it');
        const named = new Set(chunks.filter(({ isEntry }) => isEntry).flatMap((entry) => filesOf(entry, bundle)));
        return filesOf(first, bundle)
          .filter((name) => !named.has(name))
          .map((name) => ({
            tag: 'link',
            attrs: { rel: 'modulepreload', crossorigin: true, fetchpriority: 'low', href: `/${name}` },
            injectTo: 'head' as const,
          }));
      },
    },
  };
}

/** A part and all that it cannot run without. */
function filesOf(part: Rollup.OutputChunk, bundle: Rollup.OutputBundle, seen = new Set<string>()): readonly string[] {
  if (seen.has(part.fileName)) return [];
  seen.add(part.fileName);
  const needed = part.imports.map((name) => bundle[name]).filter((other) => other?.type === 'chunk');
  return [part.fileName, ...needed.flatMap((other) => filesOf(other, bundle, seen))];
}
