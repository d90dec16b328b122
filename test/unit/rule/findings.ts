import { ok } from 'node:assert/strict';
import type { Finding, Fix } from '../../../src/engine/rule/finding';
import { findingsOfPlan } from '../../../src/engine/rule/rules';
import { applyEdits } from '../../support/applyEdits';
import { buildPlan, PARALLEL_URI, PLAN_URI, type PlanTexts } from '../../support/planBuilder';

export interface Shown {
  readonly code: string;
  readonly message: string;
  /** The marked text with its document: `parallel.json: "1.2"`. */
  readonly at: string;
  readonly related: readonly string[];
  readonly fixes: readonly string[];
}

export const textsByUri = ({ plan, parallel }: PlanTexts): ReadonlyMap<string, string> =>
  new Map([
    [PLAN_URI, plan ?? ''],
    [PARALLEL_URI, parallel ?? ''],
  ]);

export const findings = (texts: PlanTexts, code?: string): readonly Finding[] =>
  findingsOfPlan(buildPlan(texts)).filter((finding) => code === undefined || finding.code === code);

/** The findings of one rule as a person sees them. */
export const shown = (texts: PlanTexts, code: string): readonly Shown[] => {
  const slice = ({ uri, span }: Pick<Finding, 'uri' | 'span'>): string => {
    const text = textsByUri(texts).get(uri) ?? '';
    return `${uri.slice(uri.lastIndexOf('/') + 1)}: ${text.slice(span.start, span.end)}`;
  };
  return findings(texts, code).map((finding) => ({
    code: finding.code,
    message: finding.message,
    at: slice(finding),
    related: finding.related.map((place) => `${slice(place)} | ${place.message}`),
    fixes: finding.fixes.map(({ title }) => title),
  }));
};

/** The texts after a fix. */
export const applied = (texts: PlanTexts, fix: Fix): PlanTexts => {
  const key = fix.uri === PLAN_URI ? 'plan' : 'parallel';
  const before = texts[key] ?? '';
  return { ...texts, [key]: applyEdits(before, fix.edits(before)) };
};

/** Applies the fix of this title to the first finding of a rule that offers it. */
export const fixed = (texts: PlanTexts, code: string, title: string): PlanTexts => {
  const fix = findings(texts, code)
    .flatMap(({ fixes }) => fixes)
    .find((each) => each.title === title);
  ok(fix, `${code} offers "${title}"`);
  return applied(texts, fix);
};
