/** A command line of the documentation, run as a reader would: pasted into a shell; where there is no curl, read and asked. */
import { spawnSync } from 'node:child_process';

export interface PastedAnswer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const curlIsHere = spawnSync('curl', ['--version']).status === 0;

/** Runs `export NAME='value'` and then a curl line, which may use `$NAME`. Throws when the line cannot be read. */
export async function paste(setting: string, line: string): Promise<PastedAnswer> {
  const read = await asRead(setting, line);
  return curlIsHere ? inShell(setting, line) : read;
}

function inShell(setting: string, line: string): PastedAnswer {
  // The only thing added: what curl was answered, on a line of its own.
  const { stdout, stderr } = spawnSync('sh', ['-c', `${setting}\n${line} -w '\\n%{http_code} %{content_type}'`], {
    encoding: 'utf8',
  });
  const [, text = '', status, type] = /^([^]*)\n(\d{3}) ?(.*)$/.exec(stdout) ?? [];
  if (type === undefined) throw new Error(`curl said nothing that can be read: ${stdout}${stderr}`);
  return { status: Number(status), type, text };
}

async function asRead(setting: string, line: string): Promise<PastedAnswer> {
  const [, name = '', value = ''] = /^export (\w+)='([^']*)'$/.exec(setting) ?? [];
  const [, url, header] = /^curl -s '([^']+)' -H "([^"]+)"$/.exec(line) ?? [];
  if (url === undefined || header === undefined) throw new Error(`not a curl line that can be read: ${line}`);
  const [key = '', ...words] = header.replace(`$${name}`, value).split(': ');
  const answer = await fetch(url, { headers: { [key]: words.join(': ') } });
  return { status: answer.status, type: answer.headers.get('content-type') ?? '', text: await answer.text() };
}
