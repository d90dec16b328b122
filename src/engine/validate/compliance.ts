import { FURTHER_SECTIONS, USUAL_SECTIONS } from '../document/plan/compliance';
import { findSection, type SectionKind } from '../document/plan/sectionKind';
import type { AnalysedPlan } from '../model/analysis';
import { nameOf } from '../model/uri';

/** A part of the score. */
export interface CompliancePoint {
  /** What it is for: "usual sections". */
  readonly of: string;
  readonly got: number;
  readonly max: number;
}

/** How far a PLAN has the form that the methodology asks for: docs/methodology.md has the rule. */
export interface ComplianceScore {
  readonly plan: AnalysedPlan;
  /** Of {@link max}: the sum of the points. */
  readonly score: number;
  readonly max: number;
  readonly points: readonly CompliancePoint[];
  /** Sections that are there, in the order of the template; lines are one-based. */
  readonly present: readonly { readonly section: string; readonly line: number }[];
  /** Titles of the others. */
  readonly missing: readonly string[];
}

/** The scores of several plans. */
export interface Compliance {
  readonly scores: readonly ComplianceScore[];
  /** In whole points; undefined without plans. */
  readonly mean: number | undefined;
  /** How many plans have at least the minimum. */
  readonly passed: number;
  readonly failed: number;
}

/** What counts as enough where nobody says otherwise. */
export const LEAST_SCORE = 75;

const NAME = /^PLAN_[A-Z0-9-]+\.md$/;
const USUAL = 40;
const FURTHER = 20;
const RIGHT_NAME = 20;
const RELATED = 10;
const TRACKING = 10;

/** Sections that count by themselves. */
const RELATED_PLANS = FURTHER_SECTIONS.filter(({ title }) => title === 'Related Plans');
const TRACKED = USUAL_SECTIONS.filter(({ title }) => title === 'Subplan Tracking');
const OTHERS = FURTHER_SECTIONS.filter((each) => !RELATED_PLANS.includes(each));

/** Scores PLANs; batches of PRPs have none and are left out. `least`: what passes. */
export const complianceOfPlans = (plans: readonly AnalysedPlan[], least: number): Compliance => {
  const scores = plans.flatMap((plan) => scoreOf(plan) ?? []);
  const sum = scores.reduce((total, { score }) => total + score, 0);
  const passed = scores.filter(({ score }) => score >= least).length;
  return {
    scores,
    mean: scores.length === 0 ? undefined : Math.round(sum / scores.length),
    passed,
    failed: scores.length - passed,
  };
};

const scoreOf = (plan: AnalysedPlan): ComplianceScore | undefined => {
  const { facts } = plan;
  if (!facts) return undefined;
  const all = [...USUAL_SECTIONS, ...FURTHER_SECTIONS].map(({ title, ...kind }) => ({
    title,
    section: findSection(facts.sections, kind),
  }));
  const here = new Set(all.filter(({ section }) => section).map(({ title }) => title));
  const shareOf = (of: string, kinds: readonly SectionKind[], max: number): CompliancePoint => ({
    of,
    got: Math.round((max * kinds.filter(({ title }) => here.has(title)).length) / kinds.length),
    max,
  });
  const points = [
    shareOf('usual sections', USUAL_SECTIONS, USUAL),
    shareOf('further sections of the template', OTHERS, FURTHER),
    { of: 'name of the file', got: NAME.test(nameOf(plan.uri)) ? RIGHT_NAME : 0, max: RIGHT_NAME },
    shareOf('Related Plans', RELATED_PLANS, RELATED),
    shareOf('Subplan Tracking', TRACKED, TRACKING),
  ];
  return {
    plan,
    score: points.reduce((sum, { got }) => sum + got, 0),
    max: points.reduce((sum, { max }) => sum + max, 0),
    points,
    present: all.flatMap(({ title, section }) =>
      section ? [{ section: title, line: facts.lines.lineAt(section.heading.start) + 1 }] : [],
    ),
    missing: all.filter(({ section }) => !section).map(({ title }) => title),
  };
};
