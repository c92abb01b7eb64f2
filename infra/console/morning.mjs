// @ts-check
/** After the plays most dossiers are closed: a Monday and a Tuesday morning of two wards, so that the pictures show offices at work. */

const HAI_AN = 'haiphong-hai-an';
const DONG_HAI = 'haiphong-dong-hai';
const OF_DONG_HAI = { residence: { communeCode: '11411' } };
const OF_HAI_AN = { residence: { communeCode: '11413' } };
const DAY_MS = 86_400_000;
const NAMES = [
  'Nguyễn Văn Đức',
  'Trần Thị Hạnh',
  'Phạm Quốc Bảo',
  'Lê Thị Thu',
  'Vũ Minh Khôi',
  'Hoàng Thị Mai',
  'Đỗ Văn Lực',
];

/**
 * Plays it through the API.
 * @param {string} url
 * @returns {Promise<string>} code of the dossier that is late although nobody dawdled
 */
export async function playMorning(url) {
  const { keys } = /** @type {{ keys: { agencyId: string, key: string }[] }} */ (await ask(url, '/demo/identities'));
  const keyOf = (/** @type {string} */ agency) => keys.find(({ agencyId }) => agencyId === agency)?.key ?? '';
  const act = (/** @type {string} */ agency, /** @type {string} */ path, /** @type {object} */ body) =>
    ask(url, path, { body, key: keyOf(agency) });
  const receive = async (/** @type {object} */ jurisdiction, /** @type {number} */ who) => {
    const opened = await act(HAI_AN, '/v1/dossiers', {
      type: 'receive',
      intake: { procedureCode: '1.004873', channel: 'counter', jurisdiction },
      private: { persons: [{ role: 'applicant', name: NAMES[who % NAMES.length] }] },
    });
    return /** @type {{ code: string }} */ (opened).code;
  };
  const monday = await nextMonday(url);
  const at = (/** @type {number} */ day, /** @type {string} */ time) =>
    ask(url, '/demo/clock', {
      body: { now: `${new Date(monday + day * DAY_MS).toISOString().slice(0, 10)}T${time}:00+07:00` },
    });
  await at(0, '07:40');
  const late = await receive(OF_DONG_HAI, 0);
  const sent = [await receive(OF_DONG_HAI, 1), await receive(OF_DONG_HAI, 2)];
  await at(0, '09:30');
  await receive(OF_HAI_AN, 3);
  for (const code of sent) await act(HAI_AN, `/v1/dossiers/${code}/commands`, { type: 'transfer', copy: 'electronic' });
  await at(0, '10:05');
  for (const code of sent) await act(DONG_HAI, `/v1/dossiers/${code}/commands`, { type: 'confirmDelivery' });
  await at(0, '15:20');
  await act(HAI_AN, `/v1/dossiers/${late}/commands`, { type: 'transfer', copy: 'electronic' });
  await act(DONG_HAI, `/v1/dossiers/${sent[0]}/commands`, { type: 'acceptTransfer' });
  await receive(OF_DONG_HAI, 4);
  await receive(OF_HAI_AN, 5);
  await at(1, '08:10');
  await act(DONG_HAI, `/v1/dossiers/${late}/commands`, { type: 'confirmDelivery' });
  await act(DONG_HAI, `/v1/dossiers/${late}/commands`, { type: 'acceptTransfer' });
  await receive(OF_DONG_HAI, 6);
  await at(1, '14:40');
  return late;
}

/**
 * @param {string} url
 * @returns {Promise<number>} midnight (UTC) of the Monday after the plays, in milliseconds
 */
async function nextMonday(url) {
  const { now } = /** @type {{ now: string }} */ (await ask(url, '/demo/clock'));
  const today = Date.parse(`${now.slice(0, 10)}T00:00:00Z`);
  const days = (8 - new Date(today).getUTCDay()) % 7 || 7;
  return today + days * DAY_MS;
}

/**
 * @param {string} url
 * @param {string} path
 * @param {{ body?: object, key?: string }} [what]
 * @returns {Promise<unknown>}
 */
async function ask(url, path, { body, key } = {}) {
  const answer = await fetch(`${url}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(key === undefined ? {} : { authorization: `Bearer ${key}`, 'idempotency-key': crypto.randomUUID() }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const text = await answer.text();
  return text === '' ? undefined : JSON.parse(text);
}
