import { lazy } from '../../../shared/lazy';
import type {
  PriorityHeading,
  Section,
  UnnumberedItem,
  UnreadDefinition,
  UnreadReason,
} from '../../facts/planFacts';
import type { AchievementId } from '../../model/ids';
import { span } from '../../model/text';
import { readLabel } from '../field/label/label';
import type { KeptText } from '../markdown/keptText';
import { searchLines } from '../markdown/lineSearch';
import type { ScannedLines } from '../markdown/lines';
import { vocabularyInForce } from '../words/furtherWords';
import { idsInTable, idsInTags } from './achievementTable';
import { listsAchievements, priorityOf } from './areaSection';
import { type Definition, type NoDefinition, otherItemIn, readDefinition } from './definition';

/** A definition found on a line (zero-based), with the priority it stands under. */
export interface FoundDefinition {
  readonly definition: Definition;
  readonly at: number;
  readonly priority: string | undefined;
}

/** What stands in the part of a plan that may define achievements. */
export interface PlanArea {
  readonly definitions: readonly FoundDefinition[];
  /** What looks like a definition of something that nothing defines, and is none. */
  readonly unread: readonly UnreadDefinition[];
  readonly numbered: readonly UnnumberedItem[];
  readonly priorities: readonly PriorityHeading[];
  /** Headings at which a body may end, and their depth. */
  readonly stops: readonly { readonly line: number; readonly depth: number }[];
  /** Lines at which a body ends whatever it is: what looks like a definition. */
  readonly ends: readonly number[];
}

const NUMBERED = /^(\d+)[.)]\s+(\S[\s\S]*)$/;
/** Headings deeper than this may stand in any body. */
const DEEPEST_STOP = 3;
/** Those less deep are parts of the document. */
const DEEPEST_PART = 2;

/** So many lines behind something that may define an achievement its first field stands. */
const FIELD_WITHIN = 6;

/**
 * Walks the lines that may mean something once; `opens` says which sections may hold definitions.
 * @param isOpen whether what stands above all of them may hold some too
 */
export const readArea = (
  kept: KeptText,
  sections: readonly Section[],
  opens: (section: Section) => boolean,
  isOpen = false,
): PlanArea => {
  const { scan } = kept;
  const reader = new AreaReader(scan, opens);
  if (isOpen) reader.open(0, sections[0]?.heading.start ?? Number.POSITIVE_INFINITY);
  let next = 0;
  for (const line of linesToRead(kept)) {
    const section = scan.kinds[line] === 'heading' ? sections[next++] : undefined;
    if (section) reader.enter(section, line);
    reader.readLine(line);
  }
  return reader.result();
};

/** Letters of every spelling of the word, as long as it is spelt right. */
const WORD = searchLines(/chievement|CHIEVEMENT/);
/** From the first of them to the last, which is the place that is found. */
const TO_LAST = 'chievement'.length - 1;
/** A line that begins with another word names an achievement in the course of a sentence. */
const OTHER_WORD = /[b-zB-Z]/;
/** Those in front of a text. */
const TAGS = /^(?:[ \t]*<[^<>]*>)*/;

const depthOf = (id: AchievementId): number => id.split('.').length;

/** What may define an achievement wherever it stands. */
const OUTSIDE = /^(?:\*\*|#{2,6}[ \t])[^\n]{0,8}achievement /i;
/** Farther in a line nothing begins to define. */
const FARTHEST = 80;

/** The marked lines and those that name an achievement at their start, between tags too, in order. */
const linesToRead = (kept: KeptText): readonly number[] => {
  const { index, kinds, marked, tags } = kept.scan;
  const isTag = new Set(tags);
  const named: number[] = [];
  let next = 0;
  for (const { at } of kept.found(WORD)) {
    const line = index.lineAt(at);
    const start = index.startOf(line);
    if (line === named.at(-1) || at - TO_LAST - start > FARTHEST) continue;
    while ((marked[next] ?? line) < line) next++;
    if (line === marked[next] || OTHER_WORD.test(kept.text.charAt(start))) continue;
    if (kinds[line] === 'text' || isTag.has(line)) named.push(line);
  }
  if (named.length === 0) return marked;
  return [...marked, ...named].sort((one, other) => one - other);
};

class AreaReader {
  readonly #scan: ScannedLines;
  readonly #opens: (section: Section) => boolean;
  readonly #definitions: FoundDefinition[] = [];
  readonly #unread: { readonly line: number; readonly found: UnreadDefinition }[] = [];
  /** Lines that name several at once, by the first of them. */
  readonly #several: { readonly line: number; readonly id: AchievementId }[] = [];
  readonly #numbered: UnnumberedItem[] = [];
  readonly #priorities: PriorityHeading[] = [];
  readonly #stops: { readonly line: number; readonly depth: number }[] = [];
  /** Definitions in no part for them. */
  readonly #outside: { readonly line: number; readonly id: AchievementId }[] = [];
  /** What is written like a definition under another name. */
  readonly #otherItems: { readonly line: number; readonly id: AchievementId }[] = [];
  /** First line and end of each part that may define achievements. */
  readonly #parts: { readonly first: number; readonly end: number }[] = [];
  /** The sections around, outermost first. */
  readonly #open: Section[] = [];
  #end = -1;
  /** What definitions stand under. */
  #priority: { readonly number: string; readonly depth: number } | undefined;

  constructor(scan: ScannedLines, opens: (section: Section) => boolean) {
    this.#scan = scan;
    this.#opens = opens;
  }

  /** A part that no heading begins. */
  open(first: number, end: number): void {
    this.#end = end;
    this.#parts.push({ first: first - 1, end });
  }

  enter(section: Section, line: number): void {
    const { start } = section.heading;
    while ((this.#open.at(-1)?.depth ?? 0) >= section.depth) this.#open.pop();
    this.#open.push(section);
    if (section.depth <= DEEPEST_STOP) this.#stops.push({ line, depth: section.depth });
    if (start >= this.#end && (this.#opens(section) || this.#isDefinition(section, line))) {
      this.#end = section.span.end;
      this.#parts.push({ first: line, end: this.#end });
    }
    if (start >= this.#end) return;
    const priority = priorityOf(section.title);
    if (priority) this.#priorities.push({ ...priority, span: section.heading });
    if (section.depth <= DEEPEST_STOP) this.#stand(section, priority?.number, line);
    const item = NUMBERED.exec(section.title);
    if (item?.[1] && item[2]) {
      this.#numbered.push({ number: Number(item[1]), title: item[2], span: section.heading, line: line + 1 });
    }
  }

  /** A heading below that of a priority, or beside it one that defines an achievement, belongs to the priority. */
  #stand({ depth }: Section, priority: string | undefined, line: number): void {
    if (priority !== undefined) {
      this.#priority = { number: priority, depth };
      return;
    }
    const around = this.#priority?.depth ?? Number.POSITIVE_INFINITY;
    const isBeside = depth === around && readDefinition(this.#scan.textOf(line)) !== undefined;
    if (depth <= around && !isBeside) this.#priority = undefined;
  }

  readLine(line: number): void {
    const { index, kinds, textOf } = this.#scan;
    const isInside = index.startOf(line) < this.#end;
    const text = kinds[line] === 'hidden' ? textOf(line).replace(TAGS, '') : textOf(line);
    if (!isInside && !OUTSIDE.test(text)) return;
    const found = readDefinition(text);
    if (!found) {
      const id = isInside && kinds[line] !== 'hidden' ? otherItemIn(text) : undefined;
      if (id !== undefined) this.#otherItems.push({ line, id });
      return;
    }
    if (kinds[line] === 'hidden') {
      if (isInside) this.#addUnread(line, { reason: 'tag', id: found.id });
    } else if (!isInside) {
      if (this.#isPassedOver(found)) this.#outside.push({ line, id: found.id });
    } else if (!('reason' in found))
      this.#definitions.push({ definition: found, at: line, priority: this.#priority?.number });
    else if (found.reason === 'several') this.#several.push({ line, id: found.id });
    else if (this.#looksRight(line, found.reason))
      this.#addUnread(line, { reason: found.reason, id: found.id });
  }

  /** What could be a sentence or a remark as well has to stand where a definition would. */
  #looksRight(line: number, reason: UnreadReason): boolean {
    if (reason === 'without-word') return this.#hasFieldBelow(line);
    if (reason === 'indented') return this.#isBelowBlank(line) && !this.#isAnnounced(line);
    return reason !== 'plain' || this.#isBelowBlank(line);
  }

  /** Whether the text above a blank line ends with a colon: what follows is what it speaks of. */
  #isAnnounced(line: number): boolean {
    let above = line - 1;
    while (this.#scan.kinds[above] === 'blank') above--;
    return this.#scan.kinds[above] === 'text' && /[:：][*_ \t]*$/.test(this.#scan.textOf(above));
  }

  /** Whether one of the next lines is a field that achievements have. */
  #hasFieldBelow(line: number): boolean {
    for (let at = line + 1; at <= line + FIELD_WITHIN; at++) {
      const kind = this.#scan.kinds[at];
      if (kind === undefined || kind === 'heading') return false;
      const name =
        kind === 'text' ? readLabel(this.#scan.textOf(at), 0, vocabularyInForce())?.name : undefined;
      if (name !== undefined && name !== 'other') return true;
    }
    return false;
  }

  /** Whether a definition in no part for them is meant as one: sections that list achievements repeat what is defined. */
  #isPassedOver(found: Definition | NoDefinition): boolean {
    return !('reason' in found) && found.isSure && !this.#open.some(listsAchievements);
  }

  result(): PlanArea {
    const definitions = withoutTwins(this.#definitions);
    const defined = new Set(definitions.map(({ definition }) => definition.id));
    this.#readTables(defined);
    this.#readUnclosed(defined);
    const depths = lazy(() => new Set(definitions.map(({ definition }) => depthOf(definition.id))));
    for (const { line, id } of this.#otherItems)
      if (depths().has(depthOf(id))) this.#addUnread(line, { reason: 'word', id });
    // where nothing is defined at all, another rule says which section was passed over
    if (definitions.length > 0)
      for (const { line, id } of this.#outside) this.#addUnread(line, { reason: 'section', id });
    const isOdd = ({ reason, id }: UnreadDefinition): boolean =>
      reason === 'without-word' && depths().size > 0 && !depths().has(depthOf(id));
    const unread = this.#unread
      .filter(({ found }) => !defined.has(found.id) && !isOdd(found))
      .sort((one, other) => one.line - other.line);
    const kept = new Set(definitions);
    const twins = this.#definitions.filter((each) => !kept.has(each));
    return {
      definitions,
      unread: unread.map(({ found }) => found),
      numbered: this.#numbered,
      priorities: this.#priorities,
      stops: this.#stops,
      ends: [
        ...unread.map(({ line }) => line),
        ...this.#several.filter(({ id }) => !defined.has(id)).map(({ line }) => line),
        ...twinEnds(twins, definitions),
      ].sort((one, other) => one - other),
    };
  }

  /** A heading that defines an achievement beside those of a part, or without any. */
  #isDefinition({ depth, heading }: Section, line: number): boolean {
    if (depth > DEEPEST_PART || heading.start === 0 || this.#stops.length < 2) return false;
    const found = readDefinition(this.#scan.textOf(line));
    return found !== undefined && ('reason' in found || found.isSure);
  }

  #isBelowBlank(line: number): boolean {
    const above = this.#scan.kinds[line - 1];
    return above !== 'text';
  }

  #addUnread(line: number, { reason, id }: Pick<UnreadDefinition, 'reason' | 'id'>): void {
    const start = this.#scan.index.startOf(line);
    const place = span(start, start + this.#scan.textOf(line).length);
    this.#unread.push({ line, found: { reason, id, span: place, line: line + 1 } });
  }

  /** Tables of achievements that nothing defines, those of tags too. */
  #readTables(defined: ReadonlySet<AchievementId>): void {
    const found = [
      ...this.#scan.tables.map((head) => ({ line: head, ids: () => idsInTable(this.#scan, head) })),
      ...idsInTags(this.#scan),
    ];
    for (const { line, ids } of found) {
      const start = this.#scan.index.startOf(line);
      if (!this.#parts.some(({ first, end }) => first < line && start < end)) continue;
      const missing = ids().filter((id) => !defined.has(id));
      if (missing.length > 0) this.#addUnread(line, { reason: 'table', id: missing.join(', ') });
    }
  }

  /** Definitions behind a fence or comment that nothing closes. */
  #readUnclosed(defined: ReadonlySet<AchievementId>): void {
    const { unclosed, index, textOf, find } = this.#scan;
    if (unclosed === undefined || !this.#parts.some(({ end }) => index.startOf(unclosed) < end)) return;
    const ids = new Set<AchievementId>();
    for (let at = find('chievement', index.startOf(unclosed)); at !== -1; at = find('chievement', at + 1)) {
      const line = index.lineAt(at);
      const found = at - index.startOf(line) <= FARTHEST ? readDefinition(textOf(line)) : undefined;
      if (found && !('reason' in found) && found.isSure && !defined.has(found.id)) ids.add(found.id);
    }
    if (ids.size > 0) this.#addUnread(unclosed, { reason: 'unclosed', id: [...ids].join(', ') });
  }
}

/**
 * A heading that repeats a bold definition of the same part is not a second definition (FORMAT A2), nor is one that has
 * nothing between the id and its words where the id is defined otherwise.
 */
const withoutTwins = (found: readonly FoundDefinition[]): readonly FoundDefinition[] => {
  if (!found.some(({ definition }) => definition.isHeading)) return found;
  const bold = new Set<AchievementId>();
  const sure = new Set<AchievementId>();
  for (const { definition } of found) {
    if (!definition.isHeading) bold.add(definition.id);
    if (definition.isSure) sure.add(definition.id);
  }
  return found.filter(
    ({ definition: { id, isHeading, isSure } }) => !isHeading || (!bold.has(id) && (isSure || !sure.has(id))),
  );
};

/** Lines that repeat the definition of another achievement than the one they stand below. */
const twinEnds = (
  twins: readonly FoundDefinition[],
  definitions: readonly FoundDefinition[],
): readonly number[] => {
  let above = -1;
  return twins
    .filter(({ at, definition }) => {
      while ((definitions[above + 1]?.at ?? Number.POSITIVE_INFINITY) < at) above++;
      return definitions[above]?.definition.id !== definition.id;
    })
    .map(({ at }) => at);
};
