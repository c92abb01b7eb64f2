// @ts-check
/** A keep-alive connection to the service, without a library: the client must not cost more than what it measures. */
import { connect } from 'node:net';

const HEAD_END = '\r\n\r\n';

/** One request at a time. @param {number} port */
export function openConnection(port) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let received = '';
  /** @type {((answer: { status: number, body: string }) => void) | null} */
  let waiting = null;
  socket.setEncoding('utf8');
  socket.on('data', (chunk) => {
    received += chunk;
    const head = received.indexOf(HEAD_END);
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
    const body = received.slice(head + HEAD_END.length);
    if (Buffer.byteLength(body) < length) return;
    const answer = { status: Number(received.slice(9, 12)), body };
    received = '';
    waiting?.(answer);
  });
  /** @param {{ path: string, type: string, authorization: string, key: string, text: string }} request */
  return ({ path, type, authorization, key, text }) =>
    /** @type {Promise<{ status: number, body: string }>} */ (
      new Promise((answered) => {
        waiting = answered;
        socket.write(
          `POST ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: Bearer ${authorization}\r\ncontent-type: ${type}\r\n` +
            `idempotency-key: ${key}\r\ncontent-length: ${Buffer.byteLength(text)}${HEAD_END}${text}`,
        );
      })
    );
}
