import type { OpenApiOperation } from './document.js';
import type { OperationFacts } from './operation.js';

interface Line {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

/** A shell command that sends the example of an operation; without one, its bare address. */
export function curlOf({ path, method, operation }: Line, origin: string): string {
  const example = operation['x-example'] as OperationFacts['example'];
  const filled = path.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) =>
    encodeURIComponent(example?.path?.[name] ?? whole),
  );
  const query = new URLSearchParams(example?.query ?? {}).toString();
  const security = operation['security'] as readonly object[];
  const words = [
    `curl ${quoted(`${origin}${filled}${query === '' ? '' : `?${query}`}`)}`,
    ...(method === 'get' ? [] : [`-X ${method.toUpperCase()}`]),
    ...(security.length === 0 ? [] : [`-H "authorization: Bearer $LIENTHONG_KEY"`]),
    ...(needsKey(operation) ? ['-H "idempotency-key: $(uuidgen)"'] : []),
    ...(example?.body === undefined
      ? []
      : [`-H ${quoted('content-type: application/json')}`, `-d ${quoted(JSON.stringify(example.body))}`]),
  ];
  return words.join(' \\\n  ');
}

function needsKey(operation: OpenApiOperation): boolean {
  const parameters = (operation['parameters'] ?? []) as readonly {
    readonly name: string;
    readonly required: boolean;
  }[];
  return parameters.some(({ name, required }) => name === 'Idempotency-Key' && required);
}

function quoted(text: string): string {
  return `'${text.replace(/'/g, `'\\''`)}'`;
}
