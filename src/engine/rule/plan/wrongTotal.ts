import { counted } from '../../../shared/counted';
import { readParallel } from '../../document/parallel/parallelFile';
import { readPlan } from '../../document/plan/plan';
import { askedChange } from '../../edit/guard/asked';
import { jsonTreeOf } from '../../edit/json/jsonTree';
import type { TextEdit } from '../../edit/textEdit';
import type { StatedTotal } from '../../facts/parallelFacts';
import type { Counted, StatedNumber } from '../../facts/planSays';
import type { AnalysedPlan } from '../../model/analysis';
import type { Fix } from '../finding';
import type { Problem, Rule } from '../rule';
import { inForce } from '../work/work';

export const wrongTotal: Rule = {
  code: 'wrong-total',
  severity: 'warning',
  summary: 'A stated total is wrong',
  explanation:
    'Totals are written once and forgotten: `total_achievements`, `completed_achievements` and ' +
    '`remaining_achievements` in parallel.json; in a PLAN `Total Achievements: 9`, `Progress: 3/9 achievements` and ' +
    '`SUBPLANs: 10 created`. Files prove what is complete, so completed achievements are compared only in plans with ' +
    'such files. Files may have moved to an archive, so a count of files is wrong only if it is smaller than the ' +
    'number of files. Copies and replaced documents (`_V2`, `_ARCHIVED`) are not counted.',
  example: { language: 'markdown', text: '- **Total Achievements**: 8' },
  fix: 'Write the real number, or leave totals to tools that count. The quick fix writes the number.',
  *check(plan) {
    if (plan.byId.size === 0 || !plan.facts) return;
    const right = rightFor(plan);
    yield* inPlan(plan, right);
    yield* inParallel(plan, right);
  },
};

/** The number there is; undefined where the stated one may well be right. */
type Right = (counts: Counted | 'remaining', stated: number) => number | undefined;

/** From the number that counts to the highest that may be meant: skipped achievements are neither done nor open. */
interface Range {
  readonly number: number;
  readonly lowest: number;
  readonly highest: number;
}

const rightFor = (plan: AnalysedPlan): Right => {
  const ranges: Partial<Record<Counted | 'remaining', Range>> = {};
  return (counts, stated) => {
    if (counts === 'percent') return undefined;
    const range = ranges[counts] ?? RANGES[counts](plan);
    ranges[counts] = range;
    return stated >= range.lowest && stated <= range.highest ? undefined : range.number;
  };
};

const exactly = (number: number): Range => ({ number, lowest: number, highest: number });
const ANY: Range = { number: 0, lowest: 0, highest: Number.POSITIVE_INFINITY };

const RANGES: Readonly<Record<Exclude<Counted, 'percent'> | 'remaining', (plan: AnalysedPlan) => Range>> = {
  total: ({ progress }) => exactly(progress.total),
  complete: (plan) => {
    const { complete } = plan.progress;
    return hasEvidence(plan)
      ? { number: complete, lowest: complete, highest: complete + skippedIn(plan) }
      : ANY;
  },
  remaining: (plan) => {
    const open = plan.progress.total - plan.progress.complete;
    return hasEvidence(plan) ? { number: open, lowest: open - skippedIn(plan), highest: open } : ANY;
  },
  priorities: ({ achievements }) => exactly(new Set(achievements.map(({ priority }) => priority)).size),
  subplans: (plan) => atLeast(filesIn(plan, 'subplan')),
  executions: (plan) => atLeast(filesIn(plan, 'execution')),
};

const atLeast = (number: number): Range => ({ number, lowest: number, highest: Number.POSITIVE_INFINITY });

const hasEvidence = ({ achievements }: AnalysedPlan): boolean =>
  achievements.some(({ evidence }) => evidence.length > 0);

const skippedIn = ({ achievements }: AnalysedPlan): number =>
  achievements.filter(({ status }) => status === 'skipped').length;

/** Without copies and what is no longer in force: nobody counted these as created. */
const filesIn = (plan: AnalysedPlan, kind: 'subplan' | 'execution'): number =>
  plan.achievements.reduce((sum, achievement) => sum + inForce(plan, achievement, kind).length, 0);

function* inPlan({ uri, facts }: AnalysedPlan, right: Right): Generator<Problem> {
  for (const [nth, numbers] of (facts?.statedTotals() ?? []).entries()) {
    const wrong = numbers.filter(({ counts, value }) => right(counts, value) !== undefined);
    const [first] = wrong;
    if (!first) continue;
    yield {
      uri,
      span: first.span,
      message: wrong.map(({ counts, value }) => messageOf(counts, right(counts, value) ?? value)).join(' '),
      fixes: [planFix(uri, nth, numbers, right)],
    };
  }
}

const planFix = (uri: string, nth: number, wanted: readonly StatedNumber[], right: Right): Fix => ({
  title: wanted.length > 1 ? 'Write the right numbers' : 'Write the right number',
  preferred: false,
  uri,
  asked: askedChange('plan', [], 'total'),
  edits: (text): readonly TextEdit[] => {
    const numbers = readPlan(text).statedTotals()[nth] ?? [];
    const isSame = numbers.map(({ value }) => value).join() === wanted.map(({ value }) => value).join();
    return isSame ? corrected(numbers, right) : [];
  },
});

/** A percentage goes with the two numbers in front of it. */
const corrected = (numbers: readonly StatedNumber[], right: Right): readonly TextEdit[] => {
  const values = new Map(numbers.map(({ counts, value }) => [counts, right(counts, value) ?? value]));
  const share = (100 * (values.get('complete') ?? 0)) / (values.get('total') ?? 1);
  if (values.has('percent')) values.set('percent', Math.round(share));
  return numbers.flatMap(({ counts, value, span }) => {
    const number = values.get(counts) ?? value;
    return number === value ? [] : [{ span, newText: `${number}` }];
  });
};

const KEYS: Readonly<Record<StatedTotal['key'], Counted | 'remaining'>> = {
  total_achievements: 'total',
  completed_achievements: 'complete',
  remaining_achievements: 'remaining',
};

function* inParallel({ byId, parallel }: AnalysedPlan, right: Right): Generator<Problem> {
  if (!parallel || parallel.facts.totals.length === 0) return;
  // what parallel.json should list is up to other rules
  const listed = new Set(parallel.facts.achievements.map(({ id }) => id));
  if (listed.size !== byId.size) return;
  for (const total of parallel.facts.totals) {
    const { key } = total;
    const counts = KEYS[key];
    const number = right(counts, total.value);
    if (number === undefined) continue;
    yield {
      uri: parallel.uri,
      span: total.span,
      message: messageOf(counts, number),
      fixes: [
        {
          title: 'Write the right number',
          preferred: false,
          uri: parallel.uri,
          asked: askedChange('parallel', [], 'total'),
          edits: (text) => writeTotal(text, key, number),
        },
      ],
    };
  }
}

const writeTotal = (text: string, key: StatedTotal['key'], number: number): readonly TextEdit[] =>
  jsonTreeOf(text)
    ? readParallel(text)
        .totals.filter((each) => each.key === key)
        .map(({ span }) => ({ span, newText: `${number}` }))
    : [];

const messageOf = (counts: Counted | 'remaining', number: number): string => {
  switch (counts) {
    case 'total':
      return `The PLAN defines ${counted(number, 'achievement')}.`;
    case 'complete':
    case 'percent':
      return `${counted(number, 'achievement')} ${number === 1 ? 'is' : 'are'} complete.`;
    case 'remaining':
      return `${counted(number, 'achievement')} ${number === 1 ? 'remains' : 'remain'}.`;
    case 'priorities':
      return `The achievements have ${counted(number, 'priority', 'priorities')}.`;
    case 'subplans':
      return `There ${number === 1 ? 'is' : 'are'} ${counted(number, 'SUBPLAN')}.`;
    case 'executions':
      return `There ${number === 1 ? 'is' : 'are'} ${counted(number, 'EXECUTION_TASK')}.`;
  }
};
