import type { Section } from '../document/plan';
import { headPlace } from './headPlace';
import type { Rule } from './rule';

/** The sections that most plans have (FORMAT A8), by the words of their headings. */
const USUAL: readonly (readonly [title: string, words: RegExp])[] = [
  ['Goal', /\bgoals?\b/i],
  ['Context for LLM Execution', /\bcontext\b/i],
  ['Problem Statement', /\bproblems?\b/i],
  ['Success Criteria', /\bsuccess\b/i],
  ['Desirable Achievements', /\bachievements\b/i],
  ['Current Status & Handoff', /\bcurrent status\b|\bhand-?off\b/i],
  ['Subplan Tracking', /\btracking\b/i],
  ['Scope Definition', /\bscope\b/i],
];

/** With fewer of the usual sections a plan is written in a way of its own. */
const LEAST = 4;

export const missingSection: Rule = {
  code: 'missing-section',
  severity: 'info',
  summary: 'The PLAN lacks sections that plans of its kind have',
  explanation:
    'Plans have eight usual sections: Goal, Context for LLM Execution, Problem Statement, Success Criteria, Desirable ' +
    'Achievements, Current Status & Handoff, Subplan Tracking and Scope Definition. Headings are known by these words, ' +
    'whatever marks stand around them. A plan with fewer than four of them is left alone.',
  example: {
    language: 'markdown',
    text: '# PLAN: Shop\n\n## Goal\n\n## Problem Statement\n\n## Success Criteria\n\n## Desirable Achievements',
  },
  fix: 'Add the sections, where the plan has something to say in them.',
  *check({ uri, facts }) {
    if (!facts) return;
    const isMain = ({ depth }: Section): boolean => depth <= 2;
    const lacking = lackingIn(facts.sections.filter(isMain), USUAL);
    if (lacking.length === 0 || USUAL.length - lacking.length < LEAST) return;
    const missing = lackingIn(facts.sections, lacking).map(([title]) => title);
    if (missing.length === 0) return;
    const what = missing.length === 1 ? 'a usual section' : `${missing.length} of the usual sections`;
    yield { ...headPlace(uri, facts), message: `This plan lacks ${what}: ${missing.join(', ')}.` };
  },
};

const lackingIn = (sections: readonly Section[], wanted: typeof USUAL): typeof USUAL =>
  wanted.filter(([, words]) => !sections.some(({ title }) => words.test(title)));
