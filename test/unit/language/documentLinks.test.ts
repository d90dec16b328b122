import assert from 'node:assert/strict';
import { documentLinksOf } from '../../../src/language/documentLinks';
import { engineOver } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';
import { parallelPath, parallelText, parallelUri, planPath, planText, planUri } from './workspace';

const subplanPath = '/w/X/subplans/SUBPLAN_X_11.md';
const executionPath = '/w/X/execution/EXECUTION_TASK_X_11_01.md';
const feedbackPath = '/w/X/execution/feedbacks/APPROVED_11.md';
const files = {
  [planPath]: planText,
  [parallelPath]: parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] }),
  [subplanPath]: '**Achievement**: 1.1\n',
  [executionPath]: '**Achievement**: 1.1\n',
  [feedbackPath]: '# APPROVED: Achievement 1.1\n',
  '/w/Y/PLAN_Y.md': '# PLAN: Y\n\n## Achievements\n\n**Achievement 1.1**: Other\n',
  '/w/A/PLAN_Z.md': '# PLAN: Z\n',
  '/w/B/PLAN_Z.md': '# PLAN: Z\n',
};

/** The links of a text as `linked text → target`. */
const links = async (path: string, line: string): Promise<readonly string[]> => {
  const { engine } = await engineOver(files);
  const text = `${files[path as keyof typeof files]}\n${line}`;
  const at = text.split('\n').length - 1;
  return documentLinksOf(engine.snapshot, { uri: uriOf(path), text }).map(({ range, target }) => {
    assert.deepEqual([range.start.line, range.end.line], [at, at]);
    return `${line.slice(range.start.character, range.end.character)} → ${target}`;
  });
};

describe('document links', () => {
  it('lead from names in running text, code and paths to files of the plan', async () => {
    assert.deepEqual(
      await links(planPath, 'See SUBPLAN_X_11.md, `execution/EXECUTION_TASK_X_11_01.md` and APPROVED_11.md.'),
      [
        `SUBPLAN_X_11.md → ${uriOf(subplanPath)}`,
        `EXECUTION_TASK_X_11_01.md → ${uriOf(executionPath)}`,
        `APPROVED_11.md → ${uriOf(feedbackPath)}`,
      ],
    );
  });

  it('lead back to the PLAN and to other plans', async () => {
    assert.deepEqual(await links(subplanPath, '**Mother Plan**: PLAN_X.md after PLAN_Y.md'), [
      `PLAN_X.md → ${planUri}`,
      `PLAN_Y.md → ${uriOf('/w/Y/PLAN_Y.md')}`,
    ]);
  });

  it('are not made of unknown or ambiguous names, the document itself, and links that are written out', async () => {
    assert.deepEqual(await links(planPath, 'SUBPLAN_X_12.md FIX_11.md PLAN_Z.md PLAN_X.md MY_PLAN_Y.md'), []);
    assert.deepEqual(await links(planPath, '[SUBPLAN_X_11.md](subplans/SUBPLAN_X_11.md)'), []);
  });

  it('are not made in parallel.json', async () => {
    const { engine } = await engineOver(files);
    assert.deepEqual(documentLinksOf(engine.snapshot, { uri: parallelUri, text: '"PLAN_X.md"' }), []);
  });
});
