import { distance } from 'fastest-levenshtein';

/** A piece of a line of a template. */
export type TemplateToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly name: string }
  | { readonly kind: 'fill'; readonly what: string }
  /** What follows is there when the value is, or when it is not. */
  | { readonly kind: 'open'; readonly name: string; readonly when: 'value' | 'none' }
  | { readonly kind: 'close'; readonly name: string };

/** A template, line by line. */
export type TemplateLines = readonly (readonly TemplateToken[])[];

export interface TemplateProblem {
  /** A sentence without a full stop. */
  readonly message: string;
  /** Both one-based, as editors count. */
  readonly line: number;
  readonly column: number;
}

export interface ParsedTemplate {
  readonly lines: TemplateLines;
  /** In order; a template that has any must not be used. */
  readonly problems: readonly TemplateProblem[];
}

/** Reads a template: everything between `{{` and `}}` must be one of the forms of docs/templates.md. */
export const parseTemplate = (text: string, known: ReadonlySet<string>): ParsedTemplate => {
  const problems: TemplateProblem[] = [];
  const open: Opened[] = [];
  const lines = text.split(/\r\n?|\n/).map((line, at) => {
    const tokens: TemplateToken[] = [];
    for (const { token, column, message } of tokensOf(line, known)) {
      const problem = message ?? (token && pairUp(token, open, { line: at + 1, column }));
      if (problem !== undefined) problems.push({ message: problem, line: at + 1, column });
      if (token) tokens.push(token);
    }
    return tokens;
  });
  for (const { name, line, column } of open) {
    problems.push({ message: `{{/${name}}} is missing`, line, column });
  }
  return {
    lines,
    problems: problems.sort((one, other) => one.line - other.line || one.column - other.column),
  };
};

interface Opened {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** Keeps what is open; what is wrong with a token that closes another. */
const pairUp = (
  token: TemplateToken,
  open: Opened[],
  place: { readonly line: number; readonly column: number },
): string | undefined => {
  if (token.kind === 'open') open.push({ name: token.name, ...place });
  if (token.kind !== 'close') return undefined;
  const last = open.at(-1);
  if (last?.name !== token.name) {
    return last
      ? `{{/${last.name}}} has to come before {{/${token.name}}}`
      : `nothing opens {{/${token.name}}}`;
  }
  open.pop();
  return undefined;
};

interface Found {
  readonly token?: TemplateToken;
  readonly message?: string;
  /** One-based. */
  readonly column: number;
}

const tokensOf = (line: string, known: ReadonlySet<string>): readonly Found[] => {
  const found: Found[] = [];
  let at = 0;
  while (at < line.length) {
    const start = line.indexOf('{{', at);
    const text = line.slice(at, start === -1 ? undefined : start);
    if (text !== '') found.push({ token: { kind: 'text', text }, column: at + 1 });
    if (start === -1) break;
    const end = line.indexOf('}}', start);
    if (end === -1) {
      found.push({ message: '}} is missing', column: start + 1 });
      break;
    }
    found.push({ ...tagOf(line.slice(start + 2, end), known), column: start + 1 });
    at = end + 2;
  }
  return found;
};

const FILL = /^fill\s*:/;

const tagOf = (inside: string, known: ReadonlySet<string>): Omit<Found, 'column'> => {
  const tag = inside.trim();
  if (FILL.test(tag)) {
    const what = tag.replace(FILL, '').trim();
    if (what === '') return { message: '{{fill: …}} does not say what to fill in' };
    return what.includes('--') || what.includes('{{')
      ? { message: 'what to fill in cannot contain -- or {{' }
      : { token: { kind: 'fill', what } };
  }
  const mark = /^[#^/]/.exec(tag)?.[0];
  const name = (mark === undefined ? tag : tag.slice(1)).trim();
  if (!known.has(name)) return { message: unknown(name, known) };
  if (mark === undefined) return { token: { kind: 'value', name } };
  if (mark === '/') return { token: { kind: 'close', name } };
  return { token: { kind: 'open', name, when: mark === '#' ? 'value' : 'none' } };
};

const MOST_QUOTED = 40;
const MOST_EDITS = 2;
const CHARACTERS_PER_EDIT = 2;

const unknown = (name: string, known: ReadonlySet<string>): string => {
  const quoted = name.slice(0, MOST_QUOTED);
  const most = Math.min(MOST_EDITS, Math.floor(quoted.length / CHARACTERS_PER_EDIT));
  const near = [...known].find((each) => distance(quoted, each) <= most);
  return `unknown variable {{${quoted}}}${near === undefined ? '' : `; did you mean {{${near}}}?`}`;
};
