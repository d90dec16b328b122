import { readParallel } from '../../document/parallel/parallelFile';
import { askedChange } from '../../edit/guard/asked';
import { jsonTreeOf } from '../../edit/json/jsonTree';
import { printable } from '../../words/printable';
import type { Rule } from '../rule';

export const otherPlanNamed: Rule = {
  code: 'other-plan-named',
  severity: 'warning',
  summary: 'A parallel.json names another plan than the one beside it',
  explanation:
    'A parallel.json belongs to the PLAN in its folder, whichever plan it names. A copied file still names the plan ' +
    'it was made for. Then its dependencies may be those of that plan, too.',
  example: { language: 'json', text: '{ "plan_name": "BILLING", "achievements": [] }' },
  fix:
    'If the file is for this plan, the quick fix writes the name of this plan. If not, move the file to the plan it ' +
    'is for.',
  *check({ parallel, facts, name, uri: plan }) {
    const named = parallel?.facts.planName;
    if (!parallel || !facts || !named) return;
    const titles = [name, facts.title ?? ''].map(comparable);
    if (named.value.trim() === '' || titles.includes(comparable(named.value))) return;
    const { uri } = parallel;
    yield {
      uri,
      span: named.span,
      message: `This file names the plan ${printable(named.value)}, but is used for ${printable(name)}, the plan beside it.`,
      related: [{ uri: plan, span: { start: 0, end: 0 }, message: `The plan ${printable(name)}` }],
      fixes: [
        {
          title: `Write ${name} as the name of the plan`,
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
