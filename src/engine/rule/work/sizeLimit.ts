import type { AnalysedPlan } from '../../model/analysis';
import { isOver } from '../../model/status';
import type { LineIndex } from '../../model/text';
import { headPlace } from '../common/headPlace';
import type { Problem, Rule } from '../rule';
import { documentsOf, type OwnedDocument, titleOf } from './work';

interface Limits {
  readonly near: number;
  readonly most: number;
}

const PLAN_LINES: Limits = { near: 700, most: 900 };
const PLAN_HOURS: Limits = { near: 30, most: 40 };
const EXECUTION_LINES: Limits = { near: 150, most: 200 };

const LIMITS =
  'A PLAN should stay below 900 lines and 40 hours, an EXECUTION_TASK below 200 lines. The hours are the ' +
  'lowest estimates of the achievements that are not complete. ';

export const sizeLimit: Rule = {
  code: 'size-limit',
  severity: 'hint',
  summary: 'A PLAN or EXECUTION_TASK is longer than the method allows',
  explanation:
    `${LIMITS}People and models read only a part of longer documents. Plans and achievements that are complete are ` +
    'not reported, because nobody shortens them. One finding names all EXECUTION_TASKs of a plan.',
  example: { language: 'text', text: 'PLAN_SHOP.md   with 1,200 lines' },
  fix: 'Split the PLAN. Go on in a new EXECUTION_TASK, and leave in the old one only the text worth reading.',
  check: (plan) => sizeProblems(plan, (size, { most }) => size > most),
};

export const nearSizeLimit: Rule = {
  code: 'near-size-limit',
  severity: 'hint',
  summary: 'A PLAN or EXECUTION_TASK comes near the size the method allows',
  explanation: `${LIMITS}Above 700 lines, 30 hours and 150 lines it is time to think about splitting.`,
  example: { language: 'text', text: 'EXECUTION_TASK_SHOP_11_01.md   with 180 lines' },
  fix: 'Plan the split, or leave it.',
  check: (plan) => sizeProblems(plan, (size, { near, most }) => size > near && size <= most),
};

type Applies = (size: number, limits: Limits) => boolean;

function* sizeProblems(plan: AnalysedPlan, applies: Applies): Generator<Problem> {
  const { uri, facts, progress } = plan;
  if (facts && progress.complete < progress.total) {
    const lines = lengthOf(facts.lines);
    const isLong = applies(lines, PLAN_LINES);
    // a longer PLAN may define thousands of achievements, and its length says enough
    const hours = lines > PLAN_LINES.most ? 0 : hoursOf(plan);
    const isMuch = applies(hours, PLAN_HOURS);
    const sizes = [
      ...(isLong ? [`${lines} lines (limit ${PLAN_LINES.most})`] : []),
      ...(isMuch ? [`at least ${hours} hours to go (limit ${PLAN_HOURS.most})`] : []),
    ];
    if (sizes.length > 0)
      yield { ...headPlace(uri, facts), message: `This plan has ${sizes.join(' and ')}.` };
  }
  yield* executionProblem(plan, applies);
}

/** One for all of them, at the longest. */
function* executionProblem(plan: AnalysedPlan, applies: Applies): Generator<Problem> {
  const found: Sized[] = [];
  for (const document of documentsOf(plan, 'execution')) {
    const lines = lengthOf(document.facts.lines);
    if (!isOver(document.achievement.status) && applies(lines, EXECUTION_LINES))
      found.push({ document, lines });
  }
  const [longest, ...others] = found.sort((one, other) => other.lines - one.lines);
  if (!longest) return;
  const limit = `(limit ${EXECUTION_LINES.most})`;
  const alone = `This EXECUTION_TASK has ${longest.lines} lines ${limit}.`;
  yield {
    ...titleOf(longest.document),
    message:
      others.length === 0
        ? alone
        : `${found.length} EXECUTION_TASKs of this plan have up to ${longest.lines} lines ${limit}; this is the longest.`,
    related: others.map(({ document, lines }) => ({
      ...titleOf(document),
      message: `${document.file.name} has ${lines} lines`,
    })),
  };
}

interface Sized {
  readonly document: OwnedDocument;
  readonly lines: number;
}

/** A line break at the end starts no line. */
const lengthOf = (lines: LineIndex): number =>
  lines.lineCount - (lines.startOf(lines.lineCount - 1) === lines.length ? 1 : 0);

const hoursOf = ({ achievements }: AnalysedPlan): number =>
  Math.round(
    achievements.reduce((sum, { effort, status }) => sum + (isOver(status) ? 0 : (effort?.min ?? 0)), 0) * 10,
  ) / 10;
