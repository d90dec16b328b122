import type { UnnumberedItem } from '../model/plan';
import { type Definition, readDefinition } from './definition';
import type { ScannedLines } from './lines';
import type { PriorityHeading, Section } from './plan';

/** A definition found on a line (zero-based), with the priority it stands under. */
export interface FoundDefinition {
  readonly definition: Definition;
  readonly at: number;
  readonly priority: string | undefined;
}

/** What stands in the part of a plan that may define achievements. */
export interface PlanArea {
  readonly definitions: readonly FoundDefinition[];
  readonly numbered: readonly UnnumberedItem[];
  readonly priorities: readonly PriorityHeading[];
  /** Lines at which a body ends whatever it is: headings of depth 3 or less. */
  readonly stops: readonly number[];
}

const ACHIEVEMENTS = /(?:^|[^\p{L}])achievements(?:[^\p{L}]|$)/iu;
const NOT_DEFINITIONS = /\b(?:index|log|tracking)\b/i;
const PRIORITY = /^priority\s+(\d+(?:\.\d+)*)\s*(?:[:.–—-]\s*)?([\s\S]*)$/i;
const NUMBERED = /^(\d+)[.)]\s+(\S[\s\S]*)$/;

/** A heading that names achievements opens the part that defines them; the index and the logs do not. */
export const isAchievementsSection = ({ depth, title }: Section): boolean =>
  depth <= 2 && ACHIEVEMENTS.test(title) && !NOT_DEFINITIONS.test(title);

export const isPrioritySection = ({ title }: Section): boolean => PRIORITY.test(title);

/** Walks the marked lines once; `opens` says which sections may hold definitions. */
export const readArea = (
  scan: ScannedLines,
  sections: readonly Section[],
  opens: (section: Section) => boolean,
): PlanArea => {
  const reader = new AreaReader(scan, opens);
  let next = 0;
  for (const line of scan.marked) {
    const section = scan.kinds[line] === 'heading' ? sections[next++] : undefined;
    if (section) reader.enter(section, line);
    reader.readLine(line);
  }
  return reader.result();
};

class AreaReader {
  readonly #scan: ScannedLines;
  readonly #opens: (section: Section) => boolean;
  readonly #definitions: FoundDefinition[] = [];
  readonly #numbered: UnnumberedItem[] = [];
  readonly #priorities: PriorityHeading[] = [];
  readonly #stops: number[] = [];
  #end = -1;
  #priority: string | undefined;

  constructor(scan: ScannedLines, opens: (section: Section) => boolean) {
    this.#scan = scan;
    this.#opens = opens;
  }

  enter(section: Section, line: number): void {
    const { start } = section.heading;
    if (section.depth <= 3) this.#stops.push(line);
    if (start >= this.#end && this.#opens(section)) this.#end = section.span.end;
    if (start >= this.#end) return;
    const priority = PRIORITY.exec(section.title);
    if (priority?.[1]) {
      this.#priorities.push({ number: priority[1], title: priority[2] ?? '', span: section.heading });
    }
    if (section.depth <= 3) this.#priority = priority?.[1];
    const item = NUMBERED.exec(section.title);
    if (item?.[1] && item[2]) {
      this.#numbered.push({ number: Number(item[1]), title: item[2], span: section.heading, line: line + 1 });
    }
  }

  readLine(line: number): void {
    if (this.#scan.index.startOf(line) >= this.#end) return;
    const definition = readDefinition(this.#scan.textOf(line));
    if (definition) this.#definitions.push({ definition, at: line, priority: this.#priority });
  }

  result(): PlanArea {
    return {
      definitions: withoutHeadingTwins(this.#definitions),
      numbered: this.#numbered,
      priorities: this.#priorities,
      stops: this.#stops,
    };
  }
}

/** A heading that repeats a bold definition of the same part is not a second definition (FORMAT A2). */
const withoutHeadingTwins = (found: readonly FoundDefinition[]): readonly FoundDefinition[] => {
  if (!found.some(({ definition }) => definition.isHeading)) return found;
  const bold = new Set(
    found.filter(({ definition }) => !definition.isHeading).map(({ definition }) => definition.id),
  );
  return found.filter(({ definition }) => !definition.isHeading || !bold.has(definition.id));
};
