/** Reads text/event-stream (WHATWG HTML §9.2) from an answer; runs wherever there is a fetch, also where no EventSource may send a key. */

/** One block. Without data it only says where to go on. */
export interface ServerSent {
  readonly id: string | null;
  readonly event: string;
  readonly data: string | null;
}

/** A block longer than this is not one of the service's. */
const LONGEST_BLOCK = 4_000_000;

function blockOf(lines: readonly string[]): ServerSent {
  let id: string | null = null;
  let event = 'message';
  const data: string[] = [];
  for (const line of lines) {
    if (line.startsWith(':')) continue;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') event = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
  }
  return { id, event, data: data.length === 0 ? null : data.join('\n') };
}

/**
 * The blocks of an answer as they come, each as soon as its empty line is there; a block that breaks off is not one. Throws what
 * reading throws. `heard` is called with every piece, comments included.
 */
export async function* serverSent(body: ReadableStream<Uint8Array>, heard: () => void): AsyncGenerator<ServerSent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      text += decoder.decode(value, { stream: true });
      // A carriage return at the end may be half of a line's end.
      const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
      const blocks = whole.replace(/\r\n?/g, '\n').split('\n\n');
      text = (blocks.pop() ?? '') + text.slice(whole.length);
      if (text.length > LONGEST_BLOCK) throw new Error('a block without an end');
      for (const block of blocks) if (block !== '') yield blockOf(block.split('\n'));
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
