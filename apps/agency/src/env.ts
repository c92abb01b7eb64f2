/** The only reader of process.env. */
export interface AgencyEnv {
  /** API key of the agency's software, `lt_<id>_<secret>`. In the environment, so that no file holds it by accident. */
  readonly LIENTHONG_KEY: string;
}

/** Throws with a sentence in both languages when the key is missing. */
export function readEnv(): AgencyEnv {
  const key = process.env['LIENTHONG_KEY'];
  if (key !== undefined && key !== '') return { LIENTHONG_KEY: key };
  throw new Error('Thiếu LIENTHONG_KEY, khóa API của cơ quan. / LIENTHONG_KEY, the API key of the agency, is not set.');
}
