import { applyEdits, format } from 'jsonc-parser';
import { fail, ok, type Result } from '../../shared/result';
import { UserError } from '../../shared/userError';
import { readJsonSource } from '../document/json/jsonSource';
import { parallelFacts } from '../document/parallel/parallelFile';
import { jsonTreeOf } from '../edit/json/jsonTree';
import type { ParallelFacts } from '../facts/parallelFacts';
import { analysePlan } from '../graph/analyse';
import { joinBarePlan } from '../join/joinPlan';
import type { AnalysedPlan } from '../model/analysis';
import { LineIndex } from '../model/text';
import { nameOf } from '../model/uri';
import type { ParallelTarget } from '../propose/parallelTarget';
import type { Finding } from '../rule/finding';
import { missingFromParallel } from '../rule/parallel/missingFromParallel';
import { schemaFindings } from '../rule/parallel/schemaFindings';
import { findingsOfPlan } from '../rule/rules';
import { jsonIn } from './jsonIn';
import { mergeParallel } from './mergeParallel';

/** What a model's answer would make of a parallel.json. */
export type CheckedAnswer =
  | {
      readonly isValid: false;
      /** The JSON with the problems: the answer's, or what it would make of the file. */
      readonly text: string;
      readonly lines: LineIndex;
      /** Of severity error, with places in `text`. */
      readonly problems: readonly Finding[];
    }
  | {
      readonly isValid: true;
      /** The file it is for. */
      readonly uri: string;
      /** Its text now; undefined where there is none yet. */
      readonly before: string | undefined;
      readonly after: string;
      /** What would be wrong with it, though it is valid. */
      readonly warnings: readonly Finding[];
    };

/**
 * Checks the JSON of an answer with the schema and the rules over its plan, alone and merged into the file that it
 * is for. Fails where there is nothing to check.
 */
export const checkAnswer = (
  plan: AnalysedPlan,
  { uri, before }: ParallelTarget,
  answer: string,
): Result<CheckedAnswer, UserError> => {
  if (before !== undefined && !jsonTreeOf(before))
    return fail(
      new UserError(`${nameOf(uri)} is not valid JSON. Fix it first, so that nothing in it is lost.`),
    );
  const json = jsonIn(answer);
  if (json === undefined) return fail(new UserError('There is no JSON in this answer.'));
  const alone = findingsIn(plan, uri, json);
  if (alone.some(isError)) return ok(invalid(json, alone));
  const merging = before === undefined ? ok(laidOut(json)) : mergeParallel(before, json);
  if (!merging.ok) return merging;
  const after = merging.value;
  const merged = findingsIn(plan, uri, after);
  if (merged.some(isError)) return ok(invalid(after, merged));
  return ok({
    isValid: true,
    uri,
    before,
    after,
    warnings: merged.filter(({ severity }) => severity === 'warning'),
  });
};

const isError = ({ severity }: Finding): boolean => severity === 'error';

const invalid = (text: string, findings: readonly Finding[]): CheckedAnswer => ({
  isValid: false,
  text,
  lines: new LineIndex(text),
  problems: findings.filter(isError),
});

const laidOut = (json: string): string =>
  `${applyEdits(json, format(json, undefined, { tabSize: 2, insertSpaces: true }))}\n`;

/** Everything found in a parallel.json of the plan, as if `text` were its; what it lacks is found in the PLAN. */
const findingsIn = (plan: AnalysedPlan, uri: string, text: string): readonly Finding[] => {
  const source = readJsonSource(text);
  const facts = parallelFacts(source);
  const asSaved = analysePlan(withParallel(plan, uri, facts));
  return [
    ...schemaFindings(uri, source),
    ...otherPlan(plan, uri, facts),
    ...findingsOfPlan(asSaved).filter(
      (finding) => finding.uri === uri || finding.code === missingFromParallel.code,
    ),
  ].sort((one, other) => one.span.start - other.span.start);
};

/** The plan over other dependencies; without its evidence, which says nothing about them. */
const withParallel = (plan: AnalysedPlan, uri: string, facts: ParallelFacts) =>
  joinBarePlan(plan, plan.facts ?? failed(), { uri, facts });

const failed = (): never => {
  throw new Error('a plan without a PLAN');
};

const otherPlan = (plan: AnalysedPlan, uri: string, { planName }: ParallelFacts): readonly Finding[] => {
  if (!planName || planName.value.replace(/^PLAN_|\.md$/g, '') === plan.name) return [];
  return [
    {
      uri,
      span: planName.span,
      code: 'other-plan',
      severity: 'error',
      message: `This is for the plan ${planName.value}, not for ${plan.name}.`,
      related: [],
      fixes: [],
    },
  ];
};
