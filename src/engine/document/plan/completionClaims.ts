import type { AchievementFacts, Section } from '../../facts/planFacts';
import type { CompletionClaims } from '../../facts/planSays';
import type { AchievementId } from '../../model/ids';
import { span } from '../../model/text';
import type { KeptText } from '../markdown/keptText';
import { searchLines } from '../markdown/lineSearch';
import { stateIn } from './stateIn';

/** What a line must hold to claim anything; found in the whole text at once. */
const HINTS = searchLines(/[✅☑✔]|\[[xX]\]|[Cc]omplete|COMPLETE|[Dd]one|DONE|[Ff]inished|FINISHED/);
/** What stands before the subject of a line: the mark of a list, a box, emoji, bold. */
const MARKS = /^[^A-Za-z\d~]*/;
const NUMBER = /^[ \t]*\d{1,9}[.)][ \t]/;
/** Its document, where a line names that first: `**SUBPLAN_11**: Achievement 1.1`. */
const DOCUMENT = /^(?:SUBPLAN|EXECUTION_TASK)[\w.-]*/i;
const NAMED = /^(Achievement[ \t]+)?(\d+(?:\.\d+)+)(?![A-Za-z\d]|\.\d)/i;
/** Behind an id without the word. */
const BARE = /^[ \t]*(?:(?:\*\*|__|`)[ \t]*)?(?:[:|]|[–—-][ \t])/;
const STATUS = /^[ \t]*(?:[-*+][ \t]+)?\*\*Status:?\*\*[ \t]*:?[ \t]*/;
/** `ALL 7 ACHIEVEMENTS COMPLETE`: about the whole plan. */
const ALL = /^[^A-Za-z]*all[ \t]/i;
const DONE_MARK = /[✅☑✔]|\[[xX]\]/;
/** Shouted behind a title. */
const SHOUTED = /\*\*[✅☑✔ ]*(?:COMPLETED?|DONE|FINISHED)(?![A-Za-z])/;
const OPEN_MARK = /❌|⏳|⌛|🚧|🔄|⬜|☐|⏸|🔲|\[ \]/;
/** `COMPLETE: what was done`, `- Status: done`, `| Complete |`; no titles such as `Complete the archive`. */
const DONE_WORD =
  /(?:^|[-–—|:(])[ \t*_]*(?:completed?|done|finished)(?![A-Za-z\d])[ \t*_.!]*(?:$|[:|()–—-])/i;
/** Sections that tell how far the work is; what a plan wants to reach ticks nothing off. */
const TELLING =
  /\b(?:achievements?|index|track(?:ing|er)?|progress|status|state|log|hand-?off|completed?|completion|done|finished|summary|history|results?|priority)\b/i;
const WANTED = /\b(?:criteria|criterion|goals?|requirements?|what you'?ll)\b/i;
const MOST_COLUMNS = 400;

/**
 * Finds what a PLAN says of its own progress: marks in definitions, status fields below them, and lines about one
 * achievement in sections that tell how far it is. Linear: only lines that hold a mark or word of completion are read.
 */
export const readCompletionClaims = (
  kept: KeptText,
  sections: readonly Section[],
  achievements: readonly AchievementFacts[],
): CompletionClaims => {
  const { scan } = kept;
  const known = new Set(achievements.map(({ id }) => id));
  const ids = new Set<AchievementId>();
  const places = new PlaceWalk(sections, achievements);
  let first: CompletionClaims['first'];
  for (const line of kept.linesWith(HINTS)) {
    const kind = scan.kinds[line];
    if (kind !== 'text' && kind !== 'heading') continue;
    const written = scan.textOf(line).slice(0, MOST_COLUMNS);
    const start = scan.index.startOf(line);
    const claimed = claimsIn(written, places.at(start), known);
    if (claimed.length === 0) continue;
    first ??= { span: span(start, start + written.trimEnd().length), line: line + 1 };
    for (const id of claimed) ids.add(id);
  }
  return { ids, first };
};

const claimsIn = (
  written: string,
  { own, isDefinition, tells }: LinePlace,
  known: ReadonlySet<AchievementId>,
): readonly AchievementId[] => {
  if (own !== undefined) return isClaimed(own, isDefinition, written) ? [own] : [];
  if (!tells) return [];
  const status = statusIn(written);
  if (status !== undefined) return stateIn(status) === 'complete' && ALL.test(status) ? [...known] : [];
  const subject = subjectOf(written);
  if (!subject || !known.has(subject.id)) return [];
  if (!subject.isNamed && !BARE.test(subject.after)) return [];
  return isDone(subject.before, subject.after) ? [subject.id] : [];
};

/** What a line is about: `- ✅ Achievement 1.1: …`, `- [x] **SUBPLAN_11**: Achievement 1.1`, `| 1.1 | …`. */
const subjectOf = (written: string) => {
  let at = NUMBER.exec(written)?.[0].length ?? 0;
  const pass = (pattern: RegExp): void => {
    at += pattern.exec(written.slice(at))?.[0].length ?? 0;
  };
  pass(MARKS);
  if (/^[xX]\]/.test(written.slice(at)) && written[at - 1] === '[') at += 2;
  pass(MARKS);
  pass(DOCUMENT);
  pass(MARKS);
  const named = NAMED.exec(written.slice(at));
  const id = named?.[2];
  if (!named || id === undefined) return undefined;
  const after = written.slice(at + named[0].length);
  return { id, isNamed: named[1] !== undefined, before: written.slice(0, at), after };
};

/** Whether a line of a definition calls its own achievement complete: behind the id, or in a status field. */
const isClaimed = (id: AchievementId, isDefinition: boolean, written: string): boolean => {
  if (isDefinition) return isDone('', written.slice(written.indexOf(id) + id.length));
  const status = statusIn(written);
  return status !== undefined && stateIn(status) === 'complete';
};

/** The value of a `**Status**` line. */
const statusIn = (written: string): string | undefined => {
  const label = STATUS.exec(written)?.[0];
  return label === undefined ? undefined : written.slice(label.length);
};

const isDone = (before: string, after: string): boolean =>
  !OPEN_MARK.test(before + after) &&
  (DONE_MARK.test(before) || [DONE_MARK, DONE_WORD, SHOUTED].some((sign) => sign.test(after)));

interface LinePlace {
  /** The achievement in whose definition it stands. */
  readonly own: AchievementId | undefined;
  readonly isDefinition: boolean;
  /** Whether the headings above say that progress is told here. */
  readonly tells: boolean;
}

/** Where a line stands; the offsets it is asked for must not fall. */
class PlaceWalk {
  readonly #sections: readonly Section[];
  readonly #achievements: readonly AchievementFacts[];
  readonly #open: Section[] = [];
  #nextSection = 0;
  #nextAchievement = 0;

  constructor(sections: readonly Section[], achievements: readonly AchievementFacts[]) {
    this.#sections = sections;
    this.#achievements = achievements;
  }

  at(offset: number): LinePlace {
    for (let next = this.#sections[this.#nextSection]; next && next.heading.start <= offset; ) {
      while ((this.#open.at(-1)?.depth ?? 0) >= next.depth) this.#open.pop();
      this.#open.push(next);
      next = this.#sections[++this.#nextSection];
    }
    for (
      let next = this.#achievements[this.#nextAchievement];
      next && next.definition.start <= offset;
      next = this.#achievements[this.#nextAchievement]
    ) {
      this.#nextAchievement++;
    }
    const around = this.#achievements[this.#nextAchievement - 1];
    const isOwn = around !== undefined && offset <= around.body.end;
    return {
      own: isOwn ? around.id : undefined,
      isDefinition: isOwn && offset <= around.definition.end,
      tells: this.#tells(),
    };
  }

  #tells(): boolean {
    const titles = this.#open.filter(({ depth }) => depth > 1).map(({ title }) => title);
    return titles.some((title) => TELLING.test(title)) && !titles.some((title) => WANTED.test(title));
  }
}
