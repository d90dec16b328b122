import type { AchievementId } from '../model/ids';
import { LineIndex, type Span } from '../model/text';
import { type Edge, edgeKey } from '../rule/edge';
import type { AskedChange } from './asked';
import type { DocumentSays } from './documentSays';
import { isAbout, ownEdges } from './factProblem';
import { freePlaces, type IsFree } from './freePlaces';
import { type KeptWords, WORD, wordsIn } from './lineProblem';

/** What may be written over to do what was asked, as spans of the text. */
export const freeSpans = ({ facts, edges }: DocumentSays, asked: AskedChange): readonly Span[] => {
  const removed = new Set(ownEdges(asked, 'removed').map(edgeKey));
  return [
    ...facts.flatMap((fact) =>
      fact.span && asked.changed.includes(fact.kind) && isAbout(asked, fact) ? [fact.span] : [],
    ),
    ...edges.filter((edge) => removed.has(edgeKey(edge)) || mayGo(edge, asked)).map(({ span }) => span),
  ];
};

/** Whether a dependency is a fact about the ids that may become others. */
const mayGo = ({ dependent, dependency }: Edge, { ids, changed }: AskedChange): boolean =>
  changed.includes('dependency') && (ids.includes(dependent) || ids.includes(dependency));

export interface ChangeableLines {
  readonly keptWords: KeptWords;
  /** Whether a line that may change names an id. */
  readonly names: (id: AchievementId) => boolean;
}

/**
 * Which lines of a Markdown document may change to do what was asked, and what must be left of them: lines with a fact
 * or a statement that is to change; in the dependency fields of the achievements concerned, the label and each line
 * that names one of them.
 */
export const changeableLines = (
  text: string,
  lines: readonly string[],
  says: DocumentSays,
  asked: AskedChange,
): ChangeableLines => {
  const look = lookAt(text, lines, says, asked);
  const kept = new Map<number, readonly string[]>();
  for (const [line, words] of [...inFields(look), ...inText(look), ...inFree(look)]) {
    if (words.length < (kept.get(line)?.length ?? Number.POSITIVE_INFINITY)) kept.set(line, words);
  }
  const named = lazyWords(kept.keys(), lines);
  return { keptWords: (line) => kept.get(line), names: (id) => named().has(bare(id)) };
};

/** A line that may change, and the words that must be left of it. */
type Allowance = readonly [line: number, words: readonly string[]];

interface Look {
  readonly asked: AskedChange;
  readonly index: LineIndex;
  readonly lines: readonly string[];
  readonly places: DocumentSays['places'];
  readonly free: readonly Span[];
  readonly isFree: IsFree;
  /** Both ends of every dependency that comes or goes. */
  readonly ends: ReadonlySet<AchievementId>;
  readonly isConcerned: (word: string) => boolean;
}

const lookAt = (text: string, lines: readonly string[], says: DocumentSays, asked: AskedChange): Look => {
  const edges = [...ownEdges(asked, 'removed'), ...ownEdges(asked, 'added')];
  const ends = new Set(edges.flatMap(({ dependent, dependency }) => [dependent, dependency]));
  const free = freeSpans(says, asked);
  const concerned = new Set([...ends, ...asked.ids].map(bare));
  return {
    asked,
    index: new LineIndex(text),
    lines,
    places: says.places,
    free,
    isFree: freePlaces(free),
    ends,
    isConcerned: (word) => concerned.has(word),
  };
};

/** An id as words have it. */
const bare = (id: AchievementId): string => id.replace(/^PRP-/, '');

const NUMBER = /^\d+(?:\.\d+)+$/;
/** Words that say that there are no dependencies, which make room for the first. */
const SAYS_NONE: ReadonlySet<string> = new Set(['none', 'nothing', 'no', 'n', 'a', 'null']);

/** Of a line with an id that goes, remarks may go too, but no other id. */
function* inFields(look: Look): Generator<Allowance> {
  const { index, places, ends, isConcerned } = look;
  for (const { about, label, block } of places) {
    if (!ends.has(about)) continue;
    for (const line of linesOf(index, label)) {
      yield [
        line,
        wordsOn(look, line).filter((word) => !SAYS_NONE.has(word.toLowerCase()) && !isConcerned(word)),
      ];
    }
    for (const line of linesOf(index, block))
      if (namesConcerned(look, line)) yield [line, otherIds(look, line)];
  }
}

function* inText(look: Look): Generator<Allowance> {
  if (!look.asked.changed.includes('mention')) return;
  for (const line of look.lines.keys()) {
    if (!namesConcerned(look, line)) continue;
    yield [line, wordsOn(look, line).filter((word) => !look.isConcerned(word))];
  }
}

function* inFree(look: Look): Generator<Allowance> {
  for (const span of look.free) {
    for (const line of linesOf(look.index, span)) {
      const goes = look.ends.size > 0 && namesConcerned(look, line);
      yield [line, goes ? otherIds(look, line) : outside(look, line)];
    }
  }
}

const wordsOn = ({ lines }: Look, line: number): readonly string[] => wordsIn(lines[line] ?? '');

const namesConcerned = (look: Look, line: number): boolean => wordsOn(look, line).some(look.isConcerned);

const otherIds = (look: Look, line: number): readonly string[] =>
  outside(look, line).filter((word) => NUMBER.test(word) && !look.isConcerned(word));

/** The words of a line that stand in no free span. */
const outside = ({ index, lines, isFree }: Look, line: number): readonly string[] => {
  const start = index.startOf(line);
  return Array.from((lines[line] ?? '').matchAll(WORD))
    .filter(({ index: at, 0: word }) => !isFree(start + at, start + at + word.length))
    .map(([word]) => word);
};

function* linesOf(index: LineIndex, { start, end }: Span): Generator<number> {
  const last = index.lineAt(Math.max(start, end - 1));
  for (let line = index.lineAt(start); line <= last; line++) yield line;
}

const lazyWords = (changeable: Iterable<number>, lines: readonly string[]): (() => ReadonlySet<string>) => {
  let words: ReadonlySet<string> | undefined;
  return () => {
    words ??= new Set([...changeable].flatMap((line) => wordsIn(lines[line] ?? '')));
    return words;
  };
};
