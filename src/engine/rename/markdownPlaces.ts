import { scanLines } from '../document/markdown/lines';
import { readEvidence } from '../document/work/evidence';
import type { PlanFacts } from '../facts/planFacts';
import type { PrpReference } from '../facts/prpFacts';
import type { IdElement } from '../facts/stated';
import { elementsInText } from '../mention/mentions';
import type { AnalysedPlan } from '../model/analysis';
import { sliceOf, span } from '../model/text';
import type { RenameReason } from './renaming';

/** An id or a range somewhere in a Markdown document, and what speaks for it. */
export interface MarkdownPlace {
  readonly element: IdElement;
  readonly reason: RenameReason;
}

const stated = (elements: readonly IdElement[]): readonly MarkdownPlace[] =>
  elements.map((element) => ({ element, reason: 'id' }));

const one = (id: string, start: number): IdElement => ({
  from: id,
  to: undefined,
  span: span(start, start + id.length),
});

/** Places of a PLAN: definitions, fields, index and running text. */
export const planPlaces = (plan: AnalysedPlan, text: string, facts: PlanFacts): readonly MarkdownPlace[] => [
  ...stated(
    facts.achievements.flatMap(({ id, idSpan, statedElements }) => [
      one(id, idSpan.start),
      ...statedElements,
    ]),
  ),
  ...stated(facts.achievementIndex()?.entries.map(({ id, span: { start } }) => one(id, start)) ?? []),
  ...stated(facts.achievementIndex()?.elements ?? []),
  ...textPlaces(plan, text),
];

/** Places of a SUBPLAN, EXECUTION_TASK or feedback file: header and running text. */
export const evidencePlaces = (plan: AnalysedPlan, text: string): readonly MarkdownPlace[] => [
  ...stated(readEvidence(text).headerIds.map(({ id, span: { start } }) => one(id, start))),
  ...textPlaces(plan, text),
];

/** Places of a PRP file: front matter and running text. Ids may stand there without their prefix. */
export const prpPlaces = (
  plan: AnalysedPlan,
  text: string,
  ids: readonly Pick<PrpReference, 'id' | 'span'>[],
): readonly MarkdownPlace[] => [
  ...stated(
    ids.flatMap(({ id, span: place }) => {
      const written = /(?:PRP-)?\d+(?:\.\d+)*/i.exec(sliceOf(text, place));
      const start = place.start + (written?.index ?? 0);
      const isId = written !== null && id.endsWith(written[0].replace(/^PRP-/i, ''));
      return isId ? [{ from: id, to: undefined, span: span(start, start + written[0].length) }] : [];
    }),
  ),
  ...textPlaces(plan, text),
];

/** Another plan's name: an id on the same line may be meant to be that plan's. */
const PLAN_FILE = /\bPLAN_([\w-]+)/g;

/** Running text; in code, comments and beside another plan's name it is not sure what is meant. */
const textPlaces = (plan: AnalysedPlan, text: string): readonly MarkdownPlace[] => {
  const elements = elementsInText(plan, text);
  if (elements.length === 0) return [];
  const scan = scanLines(text);
  const others = new Map<number, boolean>();
  const isOther = (line: number): boolean => {
    const known = others.get(line);
    if (known !== undefined) return known;
    const names = scan.textOf(line).matchAll(PLAN_FILE);
    const isNamed = [...names].some(([, name]) => name !== plan.name);
    others.set(line, isNamed);
    return isNamed;
  };
  return elements.map((element) => {
    const line = scan.index.lineAt(element.span.start);
    return { element, reason: scan.kinds[line] === 'hidden' || isOther(line) ? 'doubtful' : 'text' };
  });
};
