const QUOTE = 34;
const BACKSLASH = 92;
const BRACE_OPEN = 123;
const BRACE_CLOSE = 125;
const BRACKET_OPEN = 91;
const BRACKET_CLOSE = 93;
const COLON = 58;

/**
 * A name that one object of a valid JSON text gives to two values, or null. JSON.parse keeps the last in silence, other readers the
 * first. Names are compared as they are meant: `"a"` and `"\\u0061"` are the same.
 */
export function nameGivenTwice(text: string): string | null {
  // One set of names for each open object, null for each open array.
  const open: (Set<string> | null)[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === BRACE_OPEN) open.push(new Set());
    else if (c === BRACKET_OPEN) open.push(null);
    else if (c === BRACE_CLOSE || c === BRACKET_CLOSE) open.pop();
    else if (c === QUOTE) {
      const end = endOfString(text, i);
      const names = open.at(-1) ?? null;
      if (names !== null && isName(text, end)) {
        const name = JSON.parse(text.slice(i, end)) as string;
        if (names.has(name)) return name;
        names.add(name);
      }
      i = end - 1;
    }
  }
  return null;
}

/** Index behind the closing quote of the string that begins at `start`. */
function endOfString(text: string, start: number): number {
  let i = start + 1;
  while (text.charCodeAt(i) !== QUOTE) i += text.charCodeAt(i) === BACKSLASH ? 2 : 1;
  return i + 1;
}

/** Whether a colon follows: in valid JSON that is what makes a string a name. */
function isName(text: string, end: number): boolean {
  let i = end;
  while (text.charCodeAt(i) <= 32) i++;
  return text.charCodeAt(i) === COLON;
}
