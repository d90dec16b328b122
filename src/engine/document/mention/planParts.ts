import type { Field } from '../../facts/field';
import type { AchievementFacts, Section } from '../../facts/planFacts';
import type { PlanRelation } from '../../facts/planSays';
import type { AchievementId } from '../../model/ids';
import { readFields } from '../field/fields';
import type { ScannedLines } from '../markdown/lines';
import { sectionRelationOf } from './planRelation';

/** The lines between two headings or definitions. */
export interface Part {
  readonly own: AchievementId | undefined;
  readonly fields: readonly Field[];
  /** What the headings above say of the plans that its lines name. */
  readonly relation: PlanRelation | undefined;
}

/** Finds the part around a line; the lines it is asked for must not fall. */
export class PartWalk {
  readonly #scan: ScannedLines;
  readonly #sections: readonly Section[];
  readonly #achievements: readonly AchievementFacts[];
  readonly #open: Section[] = [];
  #nextSection = 0;
  #nextAchievement = 0;
  #last: { readonly start: number; readonly part: Part } | undefined;

  constructor(scan: ScannedLines, sections: readonly Section[], achievements: readonly AchievementFacts[]) {
    this.#scan = scan;
    this.#sections = sections;
    this.#achievements = achievements;
  }

  partOf(line: number): Part {
    const offset = this.#scan.index.startOf(line);
    this.#advance(offset);
    const achievement = this.#achievements[this.#nextAchievement - 1];
    const definition = achievement?.definition.start ?? 0;
    const start = Math.max(this.#sections[this.#nextSection - 1]?.heading.start ?? 0, definition);
    const isOwn = achievement !== undefined && offset <= achievement.body.end;
    const own = isOwn ? achievement.id : undefined;
    if (this.#last?.start !== start || this.#last.part.own !== own) {
      this.#last = { start, part: this.#read(start, own) };
    }
    return this.#last.part;
  }

  #read(start: number, own: AchievementId | undefined): Part {
    const { index } = this.#scan;
    const end = Math.min(
      this.#sections[this.#nextSection]?.heading.start ?? index.length,
      this.#achievements[this.#nextAchievement]?.definition.start ?? index.length,
    );
    const relation = own === undefined ? this.#open.map(sectionRelationOf).findLast(Boolean) : undefined;
    // the first line is the heading or definition itself, which labels nothing
    const first = index.lineAt(start);
    const below = start === 0 && this.#scan.kinds[0] !== 'heading' ? first : first + 1;
    return { own, fields: readFields(this.#scan, below, index.lineAt(end - 1)), relation };
  }

  #advance(offset: number): void {
    for (let next = this.#sections[this.#nextSection]; next && next.heading.start <= offset; ) {
      while ((this.#open.at(-1)?.depth ?? 0) >= next.depth) this.#open.pop();
      this.#open.push(next);
      next = this.#sections[++this.#nextSection];
    }
    while ((this.#achievements[this.#nextAchievement]?.definition.start ?? Infinity) <= offset) {
      this.#nextAchievement++;
    }
  }
}
