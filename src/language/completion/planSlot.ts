import type { CompletionItem } from 'vscode-languageserver-types';
import type { AnalysedPlan } from '../../engine/model/analysis';
import type { AchievementId } from '../../engine/model/ids';
import { type Span, span } from '../../engine/model/text';
import { idOffers } from './idOffers';
import { type Completing, itemsFor } from './item';
import { lineAround } from './planPlace';

/** Where an id may be typed right away; elsewhere in a sentence somebody has to ask. */
const INVITES = /(?:[:,;&+/]|^\s*[-*+]|\b(?:and|or|to|through|achievements?))[ \t]*(?:\*\*)?$/i;

/** Ids in a `Dependencies` or `Blocks` field of a PLAN, those that would close a cycle last. */
export const statedCompletions = (plan: AnalysedPlan, completing: Completing): CompletionItem[] => {
  const { document, offset, trigger } = completing;
  const { text } = document;
  const own = plan.facts?.achievements.findLast(({ definition }) => definition.end < offset);
  const isBehindOnly = (end: number): boolean => /^[ \t]*$/.test(text.slice(end, offset));
  const field = own?.fields.findLast(({ valueSpan }) => valueSpan.start <= offset);
  if (!own || !field || (offset > field.block.end && !isBehindOnly(field.block.end))) return [];
  const { name: relation } = field;
  if (relation !== 'dependencies' && relation !== 'blocks') return [];
  if (trigger === ' ' && !INVITES.test(text.slice(lineAround(text, offset).start, offset))) return [];
  const replaced = idAround(text, offset);
  const edge = { own: own.id, relation } as const;
  return itemsFor(
    completing,
    { replaced },
    idOffers(plan, { edge, without: takenOutside(own[relation], replaced) }),
  );
};

/** What is typed of an id around the caret. */
export const idAround = (text: string, offset: number): Span => {
  const { start } = lineAround(text, offset);
  const before =
    /(?<![\w.-])[\w.-]*$/.exec(text.slice(Math.max(start, offset - 80), offset))?.[0].length ?? 0;
  const after = /^[\w.]*/.exec(text.slice(offset, offset + 20))?.[0].length ?? 0;
  return span(offset - before, offset + after);
};

interface Said {
  readonly id: AchievementId;
  readonly span: Span;
}

/** Ids said elsewhere than in the part that is replaced. */
export const takenOutside = (said: readonly Said[], replaced: Span): ReadonlySet<AchievementId> =>
  new Set(
    said
      .filter((each) => each.span.end < replaced.start || replaced.end < each.span.start)
      .map(({ id }) => id),
  );
