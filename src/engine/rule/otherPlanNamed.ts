import { readParallel } from '../document/parallel/parallelFile';
import { askedChange } from '../edit/asked';
import { printable } from '../words/printable';
import { jsonTreeOf } from './edit/jsonTree';
import type { Rule } from './rule';

export const otherPlanNamed: Rule = {
  code: 'other-plan-named',
  severity: 'warning',
  summary: 'A parallel.json names another plan than the one beside it',
  explanation:
    'A parallel.json belongs to the PLAN in its folder, whatever plan it names. A copy keeps the name of the plan it was ' +
    'made for; then its dependencies may be that plan’s too.',
  example: { language: 'json', text: '{ "plan_name": "BILLING", "achievements": [] }' },
  fix: 'Where the file is for this plan, the quick fix writes its name; otherwise move the file to the plan it is for.',
  *check({ parallel, facts, name, uri: plan }) {
    const named = parallel?.facts.planName;
    if (!parallel || !facts || !named) return;
    const titles = [name, facts.title ?? ''].map(comparable);
    if (named.value.trim() === '' || titles.includes(comparable(named.value))) return;
    const { uri } = parallel;
    yield {
      uri,
      span: named.span,
      message: `This file names the plan ${printable(named.value)}, and is used for ${printable(name)}, the plan beside it.`,
      related: [{ uri: plan, span: { start: 0, end: 0 }, message: `The plan ${printable(name)}` }],
      fixes: [
        {
          title: `Name ${name} in it`,
          preferred: false,
          uri,
          asked: askedChange('parallel', [], 'header'),
          edits: (text) => {
            const place = jsonTreeOf(text) && readParallel(text).planName?.span;
            return place ? [{ span: place, newText: JSON.stringify(name) }] : [];
          },
        },
      ],
    };
  },
};

/** Plans are named with and without `PLAN_`, and in any spelling. */
const comparable = (name: string): string =>
  name
    .replace(/^PLAN[_:]\s*|\.md$/gi, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
