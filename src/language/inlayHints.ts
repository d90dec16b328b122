import { type InlayHint, MarkupKind } from 'vscode-languageserver-types';
import type { DocumentText } from '../engine/mention/mentions';
import type { AnalysedAchievement, AnalysedPlan } from '../engine/model/analysis';
import type { AchievementId } from '../engine/model/ids';
import type { Snapshot } from '../engine/snapshot';
import { describeAchievement } from '../engine/words/describe';
import { placeWords } from '../engine/words/levels';
import { readinessWords } from '../engine/words/readiness';
import { stateWords } from '../engine/words/status';
import type { Range } from './positions';

/** What a hint carries until somebody asks for its tooltip. */
interface HintReference {
  readonly plan: string;
  readonly id: AchievementId;
}

/**
 * Behind every definition of a PLAN or PRP file and every entry's id in parallel.json: the level, and whether the
 * achievement is ready, blocked by which others, complete, skipped or failed. Only what lies in the lines of `range`; nothing where nobody
 * said what depends on what.
 */
export const inlayHintsIn = (snapshot: Snapshot, document: DocumentText, range: Range): InlayHint[] => {
  const { uri } = document;
  const plan = snapshot.planOf(uri);
  const lines = snapshot.linesOf(uri);
  if (!plan || !lines) return [];
  const from = lines.startOf(range.start.line);
  const to = lines.startOf(range.end.line + 1);
  return placesIn(plan, document)
    .filter(({ offset }) => from <= offset && offset <= to)
    .flatMap(({ id, offset }) => {
      const achievement = plan.byId.get(id);
      const label = achievement && hintWords(achievement);
      if (!label) return [];
      return [
        {
          position: lines.positionAt(offset),
          label,
          paddingLeft: true,
          data: { plan: plan.uri, id } satisfies HintReference,
        },
      ];
    });
};

/** Adds the card of the achievement as a tooltip. */
export const resolveInlayHint = (snapshot: Snapshot, hint: InlayHint): InlayHint => {
  const plan = isReference(hint.data) ? snapshot.planOf(hint.data.plan) : undefined;
  const achievement = isReference(hint.data) ? plan?.byId.get(hint.data.id) : undefined;
  if (!plan || !achievement) return hint;
  return {
    ...hint,
    tooltip: { kind: MarkupKind.Markdown, value: describeAchievement(plan, achievement) },
  };
};

interface HintPlace {
  readonly id: AchievementId;
  readonly offset: number;
}

const placesIn = (
  { parallel, achievements }: AnalysedPlan,
  { uri, text }: DocumentText,
): readonly HintPlace[] =>
  parallel?.uri === uri
    ? parallel.facts.achievements.map(({ id, idSpan: { end } }) => ({ id, offset: behindComma(text, end) }))
    : achievements
        .filter((each) => each.uri === uri)
        .map(({ id, definition }) => ({ id, offset: definition.end }));

const behindComma = (text: string, offset: number): number => (text[offset] === ',' ? offset + 1 : offset);

/** `level 2 · blocked by 1.2`, `level 0 · complete`; where readiness says nothing, or no more than the place, its status. */
const hintWords = (achievement: AnalysedAchievement): string | undefined => {
  const place = placeWords(achievement);
  if (place === undefined) return undefined;
  const readiness = readinessWords(achievement);
  const standing = readiness === undefined || readiness === place ? stateWords(achievement) : readiness;
  return `${place} · ${standing}`;
};

const isReference = (data: unknown): data is HintReference =>
  typeof data === 'object' && data !== null && 'plan' in data && 'id' in data;
