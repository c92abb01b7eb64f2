/** From words on a command line to an exit code. */
import { parseArgs } from 'node:util';
import type { Call, Command } from './command.js';
import { choiceOf, isSet } from './command.js';
import { COMMANDS } from './commands.js';
import type { Env } from './env.js';
import { SOUND, UNREADABLE } from './exit-codes.js';
import { helpOf, overview } from './help.js';
import { inLanguage, print } from './output.js';
import type { Output } from './output.js';
import { Progress } from './progress.js';
import { NoAnswer } from './words.js';
import type { Language, Words } from './words.js';

/** What every command takes. */
const EVERYWHERE = {
  json: { type: 'boolean', default: false },
  lang: { type: 'string' },
  help: { type: 'boolean', default: false, short: 'h' },
} as const;
const LANGUAGES: readonly Language[] = ['vi', 'en'];

type Parsed = Pick<Call, 'positionals' | 'values'>;

/** Runs a command and returns its exit code (exit-codes.ts). */
export async function run(argv: readonly string[], env: Env, output: Output): Promise<number> {
  const command = COMMANDS.find(({ name }) => name.every((word, at) => argv[at] === word));
  if (command === undefined) return withoutCommand(argv, output);
  const parsed = parsedOrNull(command, argv);
  if (parsed === null) return usage(command, output);
  try {
    return await answered(command, { ...parsed, env, confirm: output.confirm ?? null }, output);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    for (const line of inLanguage(error.words, languageOf(parsed, null))) output.err(line);
    return error.exitCode;
  }
}

async function answered(
  command: Command,
  asked: Parsed & Pick<Call, 'env' | 'confirm'>,
  output: Output,
): Promise<number> {
  const chosen = choiceOf(asked, 'lang', LANGUAGES);
  const language = chosen ?? 'vi';
  if (isSet(asked, 'help')) {
    for (const line of helpOf(command, chosen)) output.out(line);
    return SOUND;
  }
  const { least, most } = command.takes;
  if (asked.positionals.length < least || asked.positionals.length > most) return usage(command, output);
  const tell = (words: Words): void => output.err(words[language]);
  const outcome = await command.run({ ...asked, language, tell, progress: new Progress(output, language) });
  if (outcome === null) return usage(command, output);
  return print(outcome, { json: isSet(asked, 'json'), language: command.tables ? language : chosen }, output);
}

/** The language of a message when the command line may be wrong. */
function languageOf(parsed: Parsed, otherwise: Language | null): Language | null {
  return LANGUAGES.find((language) => language === parsed.values['lang']) ?? otherwise;
}

function parsedOrNull({ name, options }: Command, argv: readonly string[]): Parsed | null {
  try {
    const { positionals, values } = parseArgs({
      args: argv.slice(name.length),
      options: { ...options, ...EVERYWHERE },
      allowPositionals: true,
      strict: true,
    });
    return { positionals, values };
  } catch (error) {
    // What parseArgs says no with; anything else is a fault.
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
    if (code.startsWith('ERR_PARSE_ARGS')) return null;
    throw error;
  }
}

function usage(command: Command, { err }: Output): number {
  for (const line of helpOf(command, null)) err(line);
  return UNREADABLE;
}

/** Help of all commands: asked for, or for words that name none. */
function withoutCommand(argv: readonly string[], { out, err }: Output): number {
  const asked = argv.includes('--help') || argv.includes('-h');
  const language = LANGUAGES.find((one) => argv.includes(`--lang=${one}`) || argv[argv.indexOf('--lang') + 1] === one);
  for (const line of overview(COMMANDS, language ?? null)) (asked ? out : err)(line);
  return asked ? SOUND : UNREADABLE;
}
