import type { PlanFacts } from '../../facts/planFacts';
import { findSection, type SectionKind } from './sectionKind';

/** A section of a PLAN, with what belongs into it. */
export interface PlanSection extends SectionKind {
  readonly holds: string;
}

/** `### Goal of the phase` is not the goal of the plan. */
const deepest = 2;

const section = (title: string, words: RegExp, holds: string): PlanSection => ({
  title,
  words,
  holds,
  deepest,
});

/** The eight sections that nearly every plan has (FORMAT A8), in the order of the template. */
export const USUAL_SECTIONS: readonly PlanSection[] = [
  section(
    'Context for LLM Execution',
    /\bcontext\b/i,
    'what somebody who starts here has to know and to read',
  ),
  section('Goal', /\bgoals?\b/i, 'what is true when this plan is done'),
  section('Problem Statement', /\bproblems?\b/i, 'what is wrong today, and for whom'),
  section('Success Criteria', /\bsuccess\b/i, 'how everybody can tell that the goal is reached'),
  section('Scope Definition', /\bscope\b/i, 'what is part of this plan, and what is not'),
  section('Desirable Achievements', /\bachievements\b/i, 'priorities with their achievements'),
  section('Subplan Tracking', /\btracking\b/i, 'SUBPLANs and EXECUTION_TASKs with their state'),
  section(
    'Current Status & Handoff',
    /\bcurrent status\b|\bhand-?off\b/i,
    'what is done, what comes next, what to know when resuming',
  ),
];

/** What the template has besides (FORMAT A13); plans are fine without. */
export const FURTHER_SECTIONS: readonly SectionKind[] = [
  { title: 'What to Read', words: /\bwhat to read\b|\bfocus rules\b/i, deepest },
  { title: 'Achievement Index', words: /\bachievements? index\b/i, deepest },
  { title: 'Size Limits', words: /\bsize limits?\b/i, deepest },
  { title: 'GrammaPlan Consideration', words: /\bgramma ?plan\b/i, deepest },
  { title: 'Achievement Addition Log', words: /\baddition log\b/i, deepest },
  { title: 'Active Components', words: /\bactive components\b/i, deepest },
  { title: 'Constraints', words: /\bconstraints\b/i, deepest },
  // a part of References in the template, a section of its own in older plans
  { title: 'Related Plans', words: /\brelated plans\b/i, deepest: 3 },
  { title: 'References', words: /\breferences\b/i, deepest },
  { title: 'Time Estimates', words: /\btime estimates?\b|\bestimated time(?:line)?\b/i, deepest },
  { title: 'Key Learnings', words: /\bkey learnings\b/i, deepest },
  { title: 'Pre-Completion Review', words: /\bpre-completion review\b/i, deepest },
  { title: 'Archive Location', words: /\barchive location\b/i, deepest },
  { title: 'Final Archive Plan', words: /\bfinal archive\b/i, deepest },
];

/** How far a PLAN has the form that plans usually have. */
export interface Compliance {
  /** Usual sections that are there, of `of`. */
  readonly present: number;
  readonly of: number;
  /** `present` of `of` in whole percent: the score. 100 only where nothing is missing. */
  readonly percent: number;
  /** In the order of the template. */
  readonly missing: readonly PlanSection[];
  readonly missingFurther: readonly SectionKind[];
}

/** Counts sections by the words of their headings; what stands in a section makes no difference. */
export const complianceOf = ({ sections }: Pick<PlanFacts, 'sections'>): Compliance => {
  const isMissing = (kind: SectionKind): boolean => findSection(sections, kind) === undefined;
  const missing = USUAL_SECTIONS.filter(isMissing);
  const of = USUAL_SECTIONS.length;
  const present = of - missing.length;
  return {
    present,
    of,
    percent: Math.round((100 * present) / of),
    missing,
    missingFurther: FURTHER_SECTIONS.filter(isMissing),
  };
};
