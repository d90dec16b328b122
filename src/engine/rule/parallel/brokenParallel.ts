import { askedAddition } from '../../edit/guard/asked';
import { addAchievementList } from '../../edit/json/listEdits';
import type { ParallelDocument } from '../../model/plan';
import { span } from '../../model/text';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

export const brokenParallel: Rule = {
  code: 'broken-parallel',
  severity: 'error',
  summary: 'parallel.json has no list of achievements',
  explanation:
    'parallel.json states dependencies in `achievements` or in `levels[].achievements`. Without either, the file ' +
    'says nothing. Then the dependencies in the PLAN count, if it has any.',
  example: { language: 'json', text: '{ "plan_name": "SHOP", "tasks": [] }' },
  fix: 'Give the file an `achievements` list. The quick fix adds an empty one; the problems that follow offer to fill it.',
  *check({ parallel }) {
    if (parallel?.facts.dialect !== 'unknown') return;
    const { facts, uri } = parallel;
    if (facts.problems.some(({ kind }) => kind === 'malformed')) return;
    const message = 'There is no list of achievements: neither "achievements" nor "levels".';
    yield { uri, span: span(0, Math.min(1, facts.lines.length)), message, fixes: addListFix(parallel) };
  },
};

const addListFix = ({ uri, facts }: ParallelDocument): readonly Fix[] =>
  facts.canTakeList
    ? [
        {
          title: 'Add an empty list of achievements',
          preferred: false,
          uri,
          asked: askedAddition('parallel', []),
          edits: addAchievementList,
        },
      ]
    : [];
