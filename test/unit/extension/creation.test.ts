import assert from 'node:assert/strict';
import type { CreationBatch, NewFile } from '../../../src/engine/create/batch';
import type { ApplyBatch, Creating } from '../../../src/extension/creation/apply';
import { candidatesOf, choicesOf } from '../../../src/extension/creation/choices';
import { type CreationDeps, createDocuments, type MadeBatch } from '../../../src/extension/creation/flow';
import { nothingToCreate, proposalOf } from '../../../src/extension/creation/summary';
import type { CreationUi } from '../../../src/extension/creation/ui';
import { analysedPlan } from '../../support/analysedPlan';
import { engineOver } from '../../support/engineOver';
import { failingLogger } from '../../support/failingLogger';
import { parallelPath, parallelText, planPath, planText, planUri } from '../language/workspace';

const batch = (more: Partial<CreationBatch>): CreationBatch => ({
  plan: planUri,
  planName: 'X',
  kind: 'subplan',
  level: 0,
  files: [],
  skipped: [],
  missingSubplans: [],
  unfilled: [],
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
  confirm: async () => false,
  offerSubplans: async () => false,
  progress: (_count, work) => work({ report: () => undefined, isCancelled: () => false }),
  inform: () => undefined,
  cancelled: () => undefined,
  created: () => undefined,
  retry: async () => false,
  open: async () => undefined,
  fill: async () => undefined,
};

describe('what can be created', () => {
  it('is offered by level, the lowest with something missing first', () => {
    const begun = analysedPlan({
      achievements: [
        { id: '1.1', needs: [], documents: ['SUBPLAN_X_11.md'] },
        { id: '2.1', needs: ['1.1'] },
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
    const done = analysedPlan({ achievements: [{ id: '1.1', needs: [], documents: ['SUBPLAN_X_11.md'] }] });
    assert.deepEqual(choicesOf(done, 'subplan'), []);
    const all = batch({ skipped: [{ id: '1.1', reason: 'SUBPLAN_X_11.md exists' }] });
    assert.equal(nothingToCreate(all), 'No SUBPLANs to create for X: 1.1: SUBPLAN_X_11.md exists.');
  });

  it('is said in the title: how many of what, for which plan and level, or for which achievement', () => {
    const two = batch({ files: [fileNamed('S1.md'), fileNamed('S2.md')] });
    assert.equal(proposalOf(two).title, 'Create 2 SUBPLANs for X, level 0');
    assert.equal(proposalOf({ ...two, level: undefined }).title, 'Create 2 SUBPLANs for X');
    const one = batch({ kind: 'execution', files: [fileNamed('E.md')] });
    assert.equal(proposalOf(one).title, 'Create 1 EXECUTION for X of 1.1');
    assert.equal(
      proposalOf(batch({ planName: 'a\u001b[31m\n\nb' })).title,
      'Create 0 SUBPLANs for a b, level 0',
    );
  });
});

describe('the creating flow', () => {
  const setUp = async (
    apply: (creating: Creating) => Partial<Awaited<ReturnType<ApplyBatch>>>,
    files: Readonly<Record<string, string>> = {},
  ) => {
    const parallel = parallelText({ '1.1': [], '1.2': [], '1.3': ['1.1'] });
    const { engine } = await engineOver({ [planPath]: planText, [parallelPath]: parallel, ...files });
    const batches: MadeBatch[] = [];
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
      made: (made) => batches.push(made),
    };
    return { deps, batches };
  };
  const task = { plan: planUri, kind: 'subplan', selection: { by: 'next' } } as const;

  it('shows the very files it would create, and creates nothing when they are turned away', async () => {
    const { deps, batches } = await setUp(() => assert.fail('it wrote'));
    const shown: string[] = [];
    const said: string[] = [];
    const ui: CreationUi = {
      ...silent,
      confirm: async ({ files }) => {
        shown.push(...files.map(({ name, content }) => `${name}: ${content.split('\n')[0]}`));
        return false;
      },
      cancelled: (message) => said.push(message),
    };
    assert.equal(await createDocuments(deps, ui, task), undefined);
    assert.equal(shown[0], 'SUBPLAN_X_11.md: # SUBPLAN: Lay the base');
    assert.deepEqual(said, ['Cancelled: no SUBPLAN was created.']);
    assert.deepEqual(batches, []);
  });

  it('creates what was shown when it is agreed to, and can take back this very batch', async () => {
    const created: string[] = [];
    const undone: (string | undefined)[] = [];
    const names: string[] = [];
    const { deps, batches } = await setUp(({ files, name }) => {
      names.push(name);
      created.push(...files.map((file) => file.name));
      return { created: files };
    });
    const ui: CreationUi = {
      ...silent,
      confirm: async () => true,
      created: (_message, choose) => choose('undo'),
    };
    await createDocuments({ ...deps, undo: async (batch) => void undone.push(batch) }, ui, task);
    assert.deepEqual(created, ['SUBPLAN_X_11.md', 'SUBPLAN_X_12.md']);
    assert.deepEqual(undone, names);
    assert.deepEqual(
      batches.map(({ name, what, planName, files }) => [name, what, planName, files.length]),
      [[names[0], '2 SUBPLANs', 'X', 2]],
    );
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
      confirm: async () => true,
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

  it('says which SUBPLANs are to be filled in before an EXECUTION builds on them, and leads there', async () => {
    const { deps } = await setUp(() => assert.fail('it wrote'), {
      '/w/X/subplans/SUBPLAN_X_11.md': '# S\n\n<!-- fill: how -->\n',
      '/w/X/subplans/SUBPLAN_X_12.md': '# S\n\nThis is how.\n',
    });
    const said: string[] = [];
    const ui: CreationUi = {
      ...silent,
      confirm: async ({ unfilled }) => {
        said.push(...unfilled.map(({ id, why }) => `${id} ${why}`));
        return unfilled[0] ?? false;
      },
      cancelled: (message) => said.push(message),
      fill: async (uri) => void said.push(uri),
    };
    assert.equal(await createDocuments(deps, ui, { ...task, kind: 'execution' }), undefined);
    assert.deepEqual(said, [
      '1.1 has 1 place to fill in',
      'Cancelled: no EXECUTION was created.',
      'file:///w/X/subplans/SUBPLAN_X_11.md',
    ]);
  });

  it('fails with words for a person when the plan is gone', async () => {
    const { deps } = await setUp(() => assert.fail('it wrote'));
    await assert.rejects(createDocuments(deps, silent, { ...task, plan: 'file:///gone.md' }), {
      name: 'UserError',
    });
  });
});
