// @ts-check
/** What `npm start` ends with: addresses, and commands that work as they are printed. */
import { say } from './say.mjs';

const LOOKS = 'haiphong-hai-an';

/** @param {string} url @param {string} dataFolder */
export async function showWhatNext(url, dataFolder) {
  say('\n✓ Liên Thông đang chạy.', '  Liên Thông is running.');
  console.log(
    [
      `  ${url}                  màn hình làm việc: chọn một tài khoản · the console: choose an account`,
      `  ${url}/docs             API, OpenAPI 3.1`,
      `  ${url}/health/ready     tình trạng · health`,
      `  ${url}/metrics          số đo · metrics`,
      `  ${url}/demo/identities  tài khoản và khóa của bản trình diễn · accounts and keys of the demonstration`,
    ].join('\n'),
  );
  const key = await keyOf(url, LOOKS);
  const code = key === undefined ? undefined : await overdueOne(url, key);
  if (key !== undefined && code !== undefined) showCommands(url, { key, code });
  say(
    `\nTiếp theo: nối phần mềm của đơn vị mình vào (docs/integrate.md); xem lại với người dân khác và ngân sách khác:`,
    `What next: connect your own software (docs/integrate.md); see it again with other citizens and another budget:`,
  );
  console.log(`  rm -r ${dataFolder} && npm start -- --seed 7 --again`);
  say(
    `Nhấn Ctrl-C để dừng. Dữ liệu nằm trong ${dataFolder}; xoá thư mục này để bắt đầu lại từ đầu. Kiểm thử: npm test`,
    `Press Ctrl-C to stop. The data is in ${dataFolder}; remove that folder to begin anew. Tests: npm test`,
  );
}

/** @param {string} url @param {{ key: string, code: string }} dossier */
function showCommands(url, { key, code }) {
  say(
    '\nThử ngay ở cửa sổ khác, với khóa của phường Hải An:',
    'Try it in another terminal, with the key of ward Hải An:',
  );
  const line = (/** @type {string} */ path) => `curl -s '${url}${path}' -H "authorization: Bearer $LIENTHONG_KEY"`;
  console.log(
    [
      `export LIENTHONG_KEY='${key}'`,
      `${line('/v1/dossiers?overdue=true&limit=3')}   # hồ sơ quá hạn · overdue`,
      `${line(`/v1/dossiers/${code}/timeline`)}   # ai giữ từng phút · who owned each minute`,
      `${line(`/v1/dossiers/${code}/clocks/legal/explain`)}   # vì sao có hạn ấy · why that date`,
      `${line(`/v1/dossiers/${code}/evidence`)} > ho-so.json   # bằng chứng đã ký · signed evidence`,
      `node apps/cli/dist/main.js verify ho-so.json   # kiểm tra ngoại tuyến · checked offline`,
    ].join('\n'),
  );
}

/**
 * The key the demo profile gives everybody; undefined where there is no such profile.
 * @param {string} url
 * @param {string} agency
 * @returns {Promise<string | undefined>}
 */
async function keyOf(url, agency) {
  const said = /** @type {{ keys?: { agencyId: string, key: string }[] } | undefined} */ (
    await ask(`${url}/demo/identities`)
  );
  return said?.keys?.find(({ agencyId }) => agencyId === agency)?.key;
}

/**
 * An overdue dossier to look at; undefined when there is none.
 * @param {string} url
 * @param {string} key
 * @returns {Promise<string | undefined>}
 */
async function overdueOne(url, key) {
  const said = /** @type {{ dossiers?: { code: string }[] } | undefined} */ (
    await ask(`${url}/v1/dossiers?overdue=true&limit=1`, { authorization: `Bearer ${key}` })
  );
  return said?.dossiers?.[0]?.code;
}

/** @param {string} url @param {Record<string, string>} [headers] @returns {Promise<unknown>} undefined when it is not to be had */
function ask(url, headers = {}) {
  return fetch(url, { headers })
    .then((answer) => (answer.ok ? answer.json() : undefined))
    .catch(() => undefined);
}
