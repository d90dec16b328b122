import { onlyEffort } from '../../document/estimate/effort';
import type { Estimate } from '../../document/estimate/estimate';
import type { AnalysedPlan } from '../../model/analysis';
import type { AchievementId } from '../../model/ids';
import { isOver } from '../../model/status';
import type { Place } from '../../model/text';
import { firstFew } from '../common/firstFew';
import type { Problem, Rule } from '../rule';
import { doubtfulEstimates } from './doubtfulEstimates';

export const estimateWithoutHours: Rule = {
  code: 'estimate-without-hours',
  severity: 'info',
  summary: 'An estimate does not say hours',
  explanation:
    'Story points, sizes like `M`, plain words, `TBD` and `?` are not hours and cannot be converted. Sums, the ' +
    'critical path and the schedule leave them out. A single figure in brackets behind a title, as in `Session ' +
    'timeout (30 min)`, is no estimate either, because it may mean anything. One finding per document names them ' +
    'all. Achievements that are complete, or have hours elsewhere, are not reported.',
  example: {
    language: 'markdown',
    text: '**Achievement 1.1**: Basket\n\n- **Effort**: 8 (story points)\n\n**Achievement 1.2**: Till\n\n- **Effort**: TBD',
  },
  fix: 'Write hours beside it: `8 points (6-8 hours)`. Then the hours count.',
  *check(plan) {
    const found = [...inFields(plan), ...inTitles(plan)];
    for (const uri of new Set(found.map((each) => each.uri))) {
      yield problemOf(found.filter((each) => each.uri === uri));
    }
  },
};

interface Found extends Place {
  readonly id: AchievementId;
  readonly says: Kind;
}

type Kind = Extract<Estimate['says'], 'open' | 'points' | 'size' | 'words'> | 'title';

const WORDS: Readonly<Record<Kind, (ids: string, are: boolean) => string>> = {
  points: (ids, are) => `${ids} ${are ? 'are' : 'is'} estimated in points`,
  size: (ids, are) => `${ids} ${are ? 'have sizes' : 'has a size'}`,
  words: (ids, are) => `${ids} ${are ? 'are' : 'is'} estimated in words`,
  open: (ids, are) => `${ids} ${are ? 'are' : 'is'} not estimated yet`,
  title: (ids, are) =>
    are
      ? `the titles of ${ids} end with figures, which are not estimates`
      : `the title of ${ids} ends with a figure, which is not an estimate`,
};

function* inFields(plan: AnalysedPlan): Generator<Found> {
  for (const { uri, span, by, id, estimate } of doubtfulEstimates(plan)) {
    const { says } = estimate;
    if (!isKind(says) || !isMissed(plan, id)) continue;
    // in parallel.json such a text is for programs, and unreadable
    if (says !== 'words' || by === 'plan') yield { uri, span, id, says };
  }
}

const isKind = (says: Estimate['says']): says is Exclude<Kind, 'title'> => Object.hasOwn(WORDS, says);

const IN_BRACKETS = /[([]([^()[\]]{1,60})[)\]]$/;

function* inTitles(plan: AnalysedPlan): Generator<Found> {
  for (const { id, title, titleSpan } of plan.facts?.achievements ?? []) {
    const inside = /[)\]]$/.test(title) ? IN_BRACKETS.exec(title)?.[1] : undefined;
    if (inside === undefined || onlyEffort(inside) !== 'single' || !isMissed(plan, id)) continue;
    yield { uri: plan.uri, span: titleSpan, id, says: 'title' };
  }
}

const isMissed = ({ byId }: AnalysedPlan, id: AchievementId): boolean => {
  const achievement = byId.get(id);
  return achievement !== undefined && achievement.effort === undefined && !isOver(achievement.status);
};

const problemOf = (all: readonly Found[]): Problem => {
  const sentences = (Object.keys(WORDS) as Kind[]).flatMap((kind) => {
    const ids = all.filter(({ says }) => says === kind).map(({ id }) => id);
    return ids.length === 0 ? [] : [WORDS[kind](firstFew(ids), ids.length > 1)];
  });
  const [first, ...others] = all as readonly [Found, ...Found[]];
  return {
    uri: first.uri,
    span: first.span,
    message: `No hours: ${sentences.join('; ')}.`,
    related: others.map(({ uri, span, id, says }) => ({
      uri,
      span,
      message: capital(WORDS[says](id, false)),
    })),
  };
};

const capital = (text: string): string => `${text[0]?.toUpperCase()}${text.slice(1)}`;
