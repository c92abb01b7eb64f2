/** The connection string with another database, and another login where one is given. */
export function databaseUrl(
  serverUrl: string,
  { name, login, password = '' }: { readonly name: string; readonly login?: string; readonly password?: string },
): string {
  const url = new URL(serverUrl);
  url.pathname = `/${encodeURIComponent(name)}`;
  if (login !== undefined) {
    url.username = encodeURIComponent(login);
    url.password = encodeURIComponent(password);
  }
  return url.href;
}
