import { type Edits, inSteps } from '../../edit/applyEdits';
import { askedAddition } from '../../edit/guard/asked';
import { addField } from '../../edit/plan/addField';
import type { FieldName } from '../../facts/field';
import type { AchievementFacts } from '../../facts/planFacts';
import { isOver } from '../../model/status';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

interface Wanted {
  readonly name: FieldName;
  readonly words: string;
  readonly holds: string;
  /** Some of these letters are in every label of the field. */
  readonly letters: readonly string[];
}

/** Cheap: false only where the definition, or the whole PLAN, cannot have the field. */
const mayHave = ({ letters }: Wanted, facts: Pick<AchievementFacts, 'says'>): boolean =>
  letters.some((each) => facts.says(each));

const WANTED: readonly Wanted[] = [
  {
    name: 'deliverables',
    words: 'deliverables',
    holds: 'what is there afterwards: files, documents, tests',
    letters: ['eliverable'],
  },
  {
    name: 'success',
    words: 'success criteria',
    holds: 'how everybody can tell that it is done',
    letters: ['uccess', 'cceptance', 'one when', 'one When'],
  },
];

export const incompleteAchievement: Rule = {
  code: 'incomplete-achievement',
  severity: 'hint',
  summary: 'An achievement lacks deliverables or success criteria, which most achievements of its PLAN have',
  explanation:
    'Without them nobody can tell when the achievement is done, and the SUBPLAN and the review have nothing to build ' +
    'on. A field is reported only if at least half of the achievements of this PLAN have it, and only for ' +
    'achievements that are open.',
  example: {
    language: 'markdown',
    text:
      '**Achievement 1.1**: Basket\n\n- **Deliverables**: `src/basket.ts`\n- **Success**: Goods can be added\n\n' +
      '**Achievement 1.2**: Till\n\n- **Effort**: 2 hours',
  },
  fix: 'Write them. The quick fix inserts the labels as the other achievements have them, with a place to fill in.',
  *check({ uri, facts, byId }) {
    if (!facts) return;
    const { achievements } = facts;
    const usual = WANTED.filter((wanted) => mayHave(wanted, facts) && isUsual(wanted, achievements));
    if (usual.length === 0) return;
    for (const achievement of achievements) {
      const known = byId.get(achievement.id);
      if (known?.idSpan.start !== achievement.idSpan.start || isOver(known.status)) continue;
      if (SAID_OVER.test(achievement.rawTitle)) continue;
      const lacking = usual.filter((wanted) => !mayHave(wanted, achievement));
      if (lacking.length === 0) continue;
      const words = lacking.map((each) => each.words).join(' and no ');
      yield {
        uri,
        span: achievement.idSpan,
        message: `Achievement ${achievement.id} has no ${words}, as most achievements of this plan do.`,
        fixes: [addFix(uri, achievement.id, lacking)],
      };
    }
  },
};

/** What people write behind the title of an achievement that nobody will work on any more. */
const SAID_OVER =
  /✅|\b(?:complete|completed|done|superseded|deferred|cancell?ed|skipped|obsolete|dropped|removed|merged)\b/i;

/** Some lack it, and at least half, and two, have it. */
const isUsual = (wanted: Wanted, achievements: readonly AchievementFacts[]): boolean => {
  const enough = Math.max(2, achievements.length / 2);
  const may: AchievementFacts[] = [];
  for (const [at, achievement] of achievements.entries()) {
    if (mayHave(wanted, achievement)) may.push(achievement);
    else if (at - may.length >= achievements.length - enough) return false;
  }
  if (may.length === achievements.length) return false;
  return may.filter(({ fields }) => fields.some((field) => field.name === wanted.name)).length >= enough;
};

const addFix = (uri: string, id: string, lacking: readonly Wanted[]): Fix => ({
  title: `Add ${lacking.map(({ words }) => words).join(' and ')} to ${id}`,
  preferred: false,
  uri,
  asked: askedAddition('plan', [id], 'field'),
  edits: (text) =>
    inSteps(
      text,
      lacking.map(
        ({ name, holds }): Edits =>
          (step) =>
            addField(step, id, name, holds),
      ),
    ),
});
