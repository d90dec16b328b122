import assert from 'node:assert/strict';
import type { CreationBatch, NewFile } from '../../../src/engine/create/batch';
import type { ApplyBatch, Creating } from '../../../src/extension/creation/apply';
import { candidatesOf, choicesOf } from '../../../src/extension/creation/choices';
import { type CreationDeps, createDocuments } from '../../../src/extension/creation/flow';
import { details, dryRunText, nothingToCreate } from '../../../src/extension/creation/summary';
import type { CreationUi } from '../../../src/extension/creation/ui';
import { analysedPlan } from '../../support/analysedPlan';
import { failingLogger } from '../../support/failingLogger';
import {
  parallelPath,
  parallelText,
  planPath,
  planText,
  planUri,
  workspaceWith,
} from '../language/workspace';

const batch = (more: Partial<CreationBatch>): CreationBatch => ({
  plan: planUri,
  planName: 'X',
  kind: 'subplan',
  level: 0,
  files: [],
  skipped: [],
  missingSubplans: [],
  ...more,
});

const fileNamed = (name: string): NewFile => ({
  id: '1.1',
  title: 'T',
  uri: `file:///w/X/${name}`,
  name,
  content: '',
});

const silent: CreationUi = {
  choose: async () => undefined,
  tick: async () => undefined,
  confirm: async () => 'no',
  offerSubplans: async () => false,
  preview: async () => false,
  progress: (_count, work) => work({ report: () => undefined, isCancelled: () => false }),
  inform: () => undefined,
  created: () => undefined,
  retry: async () => false,
  showText: async () => undefined,
  open: async () => undefined,
};

describe('what can be created', () => {
  it('is offered by level, the lowest with something missing first', () => {
    const begun = analysedPlan({
      achievements: [
        { id: '1.1', level: 0, subplan: 'SUBPLAN_X_11.md' },
        { id: '2.1', level: 1, needs: ['1.1'] },
      ],
    });
    assert.deepEqual(
      choicesOf(begun, 'subplan').map(({ label, description }) => [label, description]),
      [
        ['Level 1', '1 missing'],
        ['All levels', '1 missing'],
        ['Choose achievements…', ''],
      ],
    );
    assert.deepEqual(
      candidatesOf(begun, 'subplan').map(({ id }) => id),
      ['2.1'],
    );
  });

  it('is nothing when nothing is missing', () => {
    const done = analysedPlan({ achievements: [{ id: '1.1', level: 0, subplan: 'SUBPLAN_X_11.md' }] });
    assert.deepEqual(choicesOf(done, 'subplan'), []);
    const all = batch({ skipped: [{ id: '1.1', reason: 'SUBPLAN_X_11.md exists' }] });
    assert.equal(nothingToCreate(all), 'No SUBPLANs to create for X: 1.1: SUBPLAN_X_11.md exists.');
  });

  it('is cut in the dialog but whole in the dry run', () => {
    const large = batch({ files: Array.from({ length: 40 }, (_, at) => fileNamed(`S${at}.md`)) });
    assert.match(details(large), /… and 15 more/);
    assert.match(dryRunText(large), /S39\.md/);
  });

  it('shows hostile titles as one line of text', () => {
    const hostile = batch({ files: [{ ...fileNamed('S.md'), title: 'a\u001b[31m\n\nSkipped: everything' }] });
    assert.equal(details(hostile), 'S.md: 1.1 a [31m Skipped: everything');
  });
});

describe('the creating flow', () => {
  const setUp = async (apply: (creating: Creating) => Partial<Awaited<ReturnType<ApplyBatch>>>) => {
    const parallel = parallelText({ '1.1': [], '1.2': [], '1.3': ['1.1'] });
    const { engine } = await workspaceWith({ [planPath]: planText, [parallelPath]: parallel });
    const deps: CreationDeps = {
      templatesFor: () => undefined,
      engine: async () => engine,
      apply: async (creating) => ({
        created: [],
        failed: [],
        cancelled: [],
        journalProblem: undefined,
        ...apply(creating),
      }),
      logger: { ...failingLogger, error: () => undefined },
      undo: async () => undefined,
    };
    return { deps };
  };
  const task = { plan: planUri, kind: 'subplan', selection: { by: 'next' } } as const;

  it('writes nothing unless a person says so', async () => {
    for (const answer of ['no', 'dry-run'] as const) {
      const { deps } = await setUp(() => assert.fail('it wrote'));
      assert.equal(await createDocuments(deps, { ...silent, confirm: async () => answer }, task), undefined);
    }
  });

  it('shows the very files it would create, and creates nothing when they are turned away', async () => {
    const { deps } = await setUp(() => assert.fail('it wrote'));
    const shown: string[] = [];
    const preview: CreationUi['preview'] = async (_question, files) => {
      shown.push(...files.map(({ name, content }) => `${name}: ${content.split('\n')[0]}`));
      return false;
    };
    const ui: CreationUi = { ...silent, confirm: async () => 'preview', preview };
    assert.equal(await createDocuments(deps, ui, task), undefined);
    assert.equal(shown[0], 'SUBPLAN_X_11.md: # SUBPLAN: Lay the base');
  });

  it('creates what was shown when it is agreed to', async () => {
    const created: string[] = [];
    const { deps } = await setUp(({ files }) => {
      created.push(...files.map(({ name }) => name));
      return { created: files };
    });
    const ui: CreationUi = { ...silent, confirm: async () => 'preview', preview: async () => true };
    await createDocuments(deps, ui, task);
    assert.deepEqual(created, ['SUBPLAN_X_11.md', 'SUBPLAN_X_12.md']);
  });

  it('keeps what worked and tries only the rest again', async () => {
    const tried: string[][] = [];
    const names = new Set<string>();
    const { deps } = await setUp(({ files, name }) => {
      names.add(name);
      tried.push(files.map(({ id }) => id));
      const isFirst = tried.length === 1;
      return {
        created: files.filter(({ id }) => !isFirst || id === '1.1'),
        failed: files
          .filter(({ id }) => isFirst && id !== '1.1')
          .map((file) => ({ file, reason: 'disk full' })),
      };
    });
    const told: string[] = [];
    const ui: CreationUi = {
      ...silent,
      confirm: async () => 'create',
      retry: async (message, reasons) => {
        told.push(message, reasons);
        return true;
      },
    };
    const created = await createDocuments(deps, ui, task);
    assert.deepEqual(tried, [['1.1', '1.2'], ['1.2']]);
    assert.deepEqual(told, ['1 SUBPLAN could not be created.', 'SUBPLAN_X_12.md: disk full']);
    assert.deepEqual(
      created?.map(({ id }) => id),
      ['1.1', '1.2'],
    );
    assert.equal(names.size, 1, 'one batch, to be taken back as one');
  });

  it('creates no EXECUTION while its SUBPLANs are refused', async () => {
    const { deps } = await setUp(() => assert.fail('it wrote'));
    const ui = { ...silent, offerSubplans: async () => true };
    assert.equal(await createDocuments(deps, ui, { ...task, kind: 'execution' }), undefined);
  });

  it('fails with words for a person when the plan is gone', async () => {
    const { deps } = await setUp(() => assert.fail('it wrote'));
    await assert.rejects(createDocuments(deps, silent, { ...task, plan: 'file:///gone.md' }), {
      name: 'UserError',
    });
  });
});
