import type { ResultKind } from '../config/config';
import { numberAt, objectAt, objectsAt, type Said, textAt } from '../executor/said';

/** Makes what an executor printed readable, piece by piece: events in JSON become what they say. */
export interface ReadableLog {
  /** The next piece, as far as its lines are whole enough to be known. */
  write(piece: string): string;
  /** What is left when nothing comes any more. */
  end(): string;
}

/** An event that is longer is not waited for: it is shown as it is. */
const LONGEST_EVENT = 4_000_000;

/**
 * For executors that print events, a line each, what these say to a person. Every other line is left as it is, and so
 * is every event that is not known. Nothing is escaped. Linear in the text.
 */
export const createReadableLog = (kind: ResultKind): ReadableLog => {
  const say = READERS[kind];
  if (!say) return { write: (piece) => piece, end: () => '' };
  /** The beginning of a line that may be an event. */
  let held: string[] = [];
  let length = 0;
  const release = (): string => {
    const text = held.join('');
    held = [];
    length = 0;
    return text;
  };
  /** Within a line that is shown as it is. */
  let isPlain = false;

  const takeLine = (part: string, isWhole: boolean): string => {
    if (isPlain || (length === 0 && !part.startsWith('{'))) {
      isPlain = !isWhole && (isPlain || part !== '');
      return part;
    }
    held.push(part);
    length += part.length;
    if (isWhole) return spoken(release(), say);
    if (length <= LONGEST_EVENT) return '';
    isPlain = true;
    return release();
  };

  return {
    write: (piece) => {
      let out = '';
      let at = 0;
      for (let end = piece.indexOf('\n'); end >= 0; end = piece.indexOf('\n', at)) {
        out += takeLine(piece.slice(at, end + 1), true);
        at = end + 1;
      }
      return at < piece.length ? out + takeLine(piece.slice(at), false) : out;
    },
    end: () => spoken(release(), say),
  };
};

/** What an event says, as lines; undefined where nobody knows it. */
type Say = (event: Said) => readonly string[] | undefined;

const spoken = (line: string, say: Say): string => {
  const event = eventIn(line);
  const lines = event && say(event);
  if (!lines) return line;
  return lines.map((each) => `${each}\n`).join('');
};

const eventIn = (line: string): Said | undefined => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Said) : undefined;
  } catch {
    // no event, or one that was cut off
    return undefined;
  }
};

const painted = (code: number, text: string): string => `\u001b[${code}m${text}\u001b[0m`;
const bad = (text: string): string => painted(31, `✗ ${text}`);
const good = (text: string): string => painted(32, `✓ ${text}`);
const quiet = (text: string): string => painted(2, text);
const action = (name: string, detail: string): string =>
  `${painted(36, `▸ ${name}`)}${detail && ` ${detail}`}`;

const LONGEST_DETAIL = 200;

/** The first line, cut where it is long. */
const brief = (text: string): string => {
  const [line = ''] = text.trim().split('\n', 1);
  return line.length > LONGEST_DETAIL ? `${line.slice(0, LONGEST_DETAIL)}…` : line;
};

/** What a tool is used on, by the names that arguments of tools have. */
const DETAILS = ['command', 'file_path', 'path', 'pattern', 'query', 'url', 'description', 'prompt'];

const detailIn = (input: Said | undefined): string => {
  const name = DETAILS.find((each) => textAt(input, each) !== undefined);
  return name === undefined ? '' : brief(textAt(input, name) ?? '');
};

const claude: Say = (event) => {
  switch (event.type) {
    case 'system':
      return event.subtype === 'init' ? [quiet(`Claude Code ${textAt(event, 'model') ?? ''}`.trim())] : [];
    case 'assistant':
      return objectsAt(objectAt(event, 'message'), 'content').flatMap(claudePart);
    case 'user':
      return objectsAt(objectAt(event, 'message'), 'content').flatMap(toolResult);
    case 'result':
      return [claudeResult(event)];
    default:
      return undefined;
  }
};

const claudePart = (part: Said): readonly string[] => {
  if (part.type === 'text') return [textAt(part, 'text') ?? ''];
  if (part.type === 'tool_use') {
    return [action(textAt(part, 'name') ?? 'a tool', detailIn(objectAt(part, 'input')))];
  }
  const thought = textAt(part, 'thinking');
  return thought === undefined ? [] : [quiet(brief(thought))];
};

const toolResult = (part: Said): readonly string[] => {
  if (part.type !== 'tool_result') return [];
  const text = textAt(part, 'content') ?? textAt(objectsAt(part, 'content')[0], 'text') ?? '';
  if (part.is_error === true) return [bad(brief(text))];
  return text.trim() === '' ? [] : [quiet(`  ${brief(text)}`)];
};

const claudeResult = (event: Said): string => {
  const isError = event.is_error === true || (textAt(event, 'subtype') ?? 'success') !== 'success';
  const words = brief(textAt(event, 'result') ?? textAt(event, 'subtype') ?? '');
  const cost = numberAt(event, 'total_cost_usd');
  if (isError) return bad(words);
  return good(cost === undefined ? 'Done' : `Done, $${cost.toFixed(2)}`);
};

const codex: Say = (event) => {
  const item = objectAt(event, 'item');
  switch (event.type) {
    case 'thread.started':
    case 'turn.started':
    case 'item.updated':
      return [];
    case 'item.started':
      return item?.type === 'command_execution' ? [action('$', brief(textAt(item, 'command') ?? ''))] : [];
    case 'item.completed':
      return item && codexItem(item);
    case 'turn.completed':
      return [good('Done')];
    case 'turn.failed':
      return [bad(brief(textAt(objectAt(event, 'error'), 'message') ?? 'failed'))];
    case 'error':
      return [bad(brief(textAt(event, 'message') ?? 'failed'))];
    default:
      return undefined;
  }
};

const codexItem = (item: Said): readonly string[] | undefined => {
  switch (item.type) {
    case 'agent_message':
      return [textAt(item, 'text') ?? ''];
    case 'reasoning':
      return [quiet(brief(textAt(item, 'text') ?? ''))];
    case 'command_execution': {
      const exit = numberAt(item, 'exit_code') ?? 0;
      const output = brief(textAt(item, 'aggregated_output') ?? '');
      if (exit !== 0) return [bad(`exit code ${exit}${output && `: ${output}`}`)];
      return output === '' ? [] : [quiet(`  ${output}`)];
    }
    case 'file_change':
      return objectsAt(item, 'changes').map((change) =>
        action(textAt(change, 'kind') ?? 'change', textAt(change, 'path') ?? ''),
      );
    case 'mcp_tool_call':
      return [action(`${textAt(item, 'server') ?? ''} ${textAt(item, 'tool') ?? ''}`.trim(), '')];
    default:
      return undefined;
  }
};

/** Events of the others are documented nowhere: they are shown as they are. */
const READERS: Readonly<Partial<Record<ResultKind, Say>>> = { claude, codex };
