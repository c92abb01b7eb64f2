// @ts-check
import { createServer } from 'node:net';
import { Refused } from './say.mjs';

const LOWEST = 1;
const HIGHEST = 65_535;

/**
 * @param {string} text
 * @returns {number}
 * @throws {Refused}
 */
export function parsePort(text) {
  const port = Number(text);
  if (Number.isInteger(port) && port >= LOWEST && port <= HIGHEST) return port;
  throw new Refused(
    `Cổng "${text}" không hợp lệ: cần một số từ 1 đến 65535.`,
    `"${text}" is not a port: give a number from 1 to 65535.`,
  );
}

/**
 * Asks before anything else is started, so that the answer does not come after a minute of work.
 * @param {number} port
 * @throws {Refused} when somebody listens there
 */
export async function requireFreePort(port) {
  const answers = [await tryToListen(port, '127.0.0.1'), await tryToListen(port, '0.0.0.0')];
  const problem = answers.find((code) => code !== undefined);
  if (problem === undefined) return;
  if (problem === 'EACCES') {
    throw new Refused(
      `Không có quyền mở cổng ${port}. Hãy chọn cổng từ 1024 trở lên: npm start -- --port 8081`,
      `No permission to open port ${port}. Choose one from 1024 on: npm start -- --port 8081`,
    );
  }
  throw new Refused(
    `Cổng ${port} đang được chương trình khác sử dụng. Dừng chương trình đó hoặc chọn cổng khác: npm start -- --port ${port + 1}`,
    `Port ${port} is in use by another program. Stop it or choose another port: npm start -- --port ${port + 1}`,
  );
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<string | undefined>} the error code
 */
function tryToListen(port, host) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', (error) => done('code' in error ? String(error.code) : error.message));
    probe.listen(port, host, () => probe.close(() => done(undefined)));
  });
}
