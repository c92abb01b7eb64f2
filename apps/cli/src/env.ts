/** The only reader of process.env: what must not stand on a command line, where every process of the machine can read it. */
export interface Env {
  /** Key of the agency's software, `lt_<id>_<secret>`. */
  readonly key: string | null;
  /** Address of the service where `--hub` is not given. */
  readonly hub?: string | null;
}

export function readEnv(source: Readonly<Record<string, string | undefined>> = process.env): Env {
  return { key: source['LIENTHONG_KEY'] ?? null, hub: source['LIENTHONG_HUB'] ?? null };
}
