/** Enough of a browser to sign in with: cookies of each host, redirects by hand, and forms sent as they stand. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>();

  async go(url: string, form?: Readonly<Record<string, string>>): Promise<{ response: Response; text: string }> {
    const { host } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    const response = await fetch(url, {
      method: form === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, value);
    }
    return { response, text: await response.text() };
  }

  cookie(host: string, name: string): string | undefined {
    return this.cookies.get(host)?.get(name);
  }

  /** Follows redirects and fills in the provider's forms until he sends the browser to `until`; returns that address. */
  async signIn(start: string, { as, until }: { readonly as: string; readonly until: string }): Promise<string> {
    let [url, form]: [string, Record<string, string> | undefined] = [start, undefined];
    for (let step = 0; step < 12; step++) {
      if (url.startsWith(until)) return url;
      const { response, text } = await this.go(url, form);
      const next = response.headers.get('location') ?? /<form[^>]*action="([^"]+)"/.exec(text)?.[1];
      if (next === undefined) throw new Error(`stuck at ${url}: ${response.status} ${text.slice(0, 500)}`);
      form = response.headers.has('location') ? undefined : filled(text, as);
      url = new URL(next, url).href;
    }
    throw new Error('the provider never came to an end');
  }
}

function filled(page: string, login: string): Record<string, string> {
  const prompt = /name="prompt" value="([a-z]+)"/.exec(page)?.[1] ?? '';
  return prompt === 'login' ? { prompt, login, password: 'any' } : { prompt };
}
