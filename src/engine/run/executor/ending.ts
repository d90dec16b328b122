import type { Usage } from '../event';

/** How an executor ended, as it says itself. Whether that is true is for gates and diffs to show. */
export interface Ending {
  readonly ok: boolean;
  /** Why not, as a sentence; undefined when it is `ok`. */
  readonly error: string | undefined;
  /** Another attempt would meet the same: no account, no money, refused arguments. */
  readonly isFinal: boolean;
  /** What it was not allowed to do, each once. */
  readonly denials: readonly string[];
  /** It met a limit of its account. `until` is in milliseconds since 1970, undefined where it does not say. */
  readonly limit: { readonly until: number | undefined } | undefined;
  readonly usage: Usage | undefined;
  /** Name under which it can go on. */
  readonly session: string | undefined;
}

/** Reads what an executor prints, line by line. */
export interface OutputReader {
  /** A line without its end, of standard output or error. */
  line(text: string): void;
  /** Whether it said that it is done: what it does from now on is of no interest. */
  sawEnd(): boolean;
  /** The exit code; null where a signal ended it, or it could not start. */
  end(exit: number | null): Ending;
}

/** What the readers of all executors find out. */
export interface Heard {
  /** What its last event says; undefined before there was one. */
  final: 'ok' | 'error' | undefined;
  error: string | undefined;
  isFinal: boolean;
  readonly denials: Set<string>;
  isLimited: boolean;
  until: number | undefined;
  usage: Usage | undefined;
  session: string | undefined;
}

export const nothingHeard = (): Heard => ({
  final: undefined,
  error: undefined,
  isFinal: false,
  denials: new Set(),
  isLimited: false,
  until: undefined,
  usage: undefined,
  session: undefined,
});

/** One event of an executor, as JSON. */
export type ReadEvent = (event: Readonly<Record<string, unknown>>, heard: Heard) => void;

const LONGEST_ERROR = 300;
const LIMIT = /\b(?:rate.?limit(?:ed|s)?|usage limit|session limit|quota exceeded|too many requests|429)\b/i;
const NO_ACCOUNT =
  /\b(?:not logged in|please (?:log ?in|run \/login)|invalid api key|no api key|authentication (?:failed|required)|unauthori[sz]ed)\b/i;
const BAD_ARGUMENTS = /\b(?:unknown|unrecogni[sz]ed|unexpected|invalid) (?:option|argument|flag)\b/i;

/** An {@link OutputReader} over the events that an executor prints as JSON, one a line; other lines are its words. */
export const eventReader = (read: ReadEvent, endsWithEvent: boolean): OutputReader => {
  const heard = nothingHeard();
  let lastWords = '';
  return {
    line: (text) => {
      const event = jsonIn(text);
      if (event) read(event, heard);
      else if (text.trim() !== '') lastWords = text.trim().slice(0, LONGEST_ERROR);
    },
    sawEnd: () => heard.final !== undefined,
    end: (exit) => endingOf(heard, { exit, lastWords, endsWithEvent }),
  };
};

interface Last {
  readonly exit: number | null;
  readonly lastWords: string;
  readonly endsWithEvent: boolean;
}

const endingOf = (heard: Heard, { exit, lastWords, endsWithEvent }: Last): Ending => {
  // after its last event an executor may hang and be ended: what it said stands
  const isDone = heard.final === 'ok' && (exit === 0 || exit === null);
  const ok = isDone || (heard.final === undefined && exit === 0 && !endsWithEvent);
  const words = heard.error ?? (lastWords || undefined);
  const isLimited = !ok && (heard.isLimited || LIMIT.test(words ?? ''));
  return {
    ok,
    error: ok ? undefined : (withExit(words, exit) ?? exitWords(exit, heard.final)),
    isFinal: !ok && (heard.isFinal || NO_ACCOUNT.test(words ?? '') || BAD_ARGUMENTS.test(words ?? '')),
    denials: [...heard.denials],
    limit: isLimited ? { until: heard.until } : undefined,
    usage: heard.usage,
    session: heard.session,
  };
};

/** What it said last, with the exit code, which says more where these are any words. */
const withExit = (words: string | undefined, exit: number | null): string | undefined =>
  words === undefined || exit === null || exit === 0 ? words : `${words} (exit code ${exit})`;

const exitWords = (exit: number | null, final: Heard['final']): string => {
  if (exit === null) return 'The executor was ended by a signal.';
  if (exit !== 0) return `The executor ended with exit code ${exit}.`;
  return final === undefined
    ? 'The executor ended without saying that it is done.'
    : 'The executor says that it failed.';
};

const jsonIn = (text: string): Readonly<Record<string, unknown>> | undefined => {
  if (!text.startsWith('{')) return undefined;
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    // words that begin with a brace
    return undefined;
  }
};
