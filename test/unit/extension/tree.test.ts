import assert from 'node:assert/strict';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { isFinished } from '../../../src/engine/model/lifecycle';
import { planTimeWords } from '../../../src/engine/progress/timeWords';
import type { Snapshot } from '../../../src/engine/snapshot';
import { emptySnapshot } from '../../../src/engine/workspace/snapshot';
import { createTreeModel, type TreeModel } from '../../../src/extension/tree/model';
import type { TreeNode } from '../../../src/extension/tree/nodes';
import { nodeFor, selectedBy } from '../../../src/extension/tree/selected';
import { analysedPlan, documentsOf, type PlanSketch, prpBatch } from '../../support/analysedPlan';
import { planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';
import { snapshotOf } from '../../support/snapshotOf';

const workspaceOf = (...plans: readonly PlanSketch[]): Snapshot =>
  snapshotOf(Object.assign({}, ...plans.map(documentsOf)));

const treeOf = (plan: AnalysedPlan): TreeModel => createTreeModel({ ...emptySnapshot, plans: [plan] });

const labelOf = (node: TreeNode): string => {
  if (node.kind === 'achievement') return node.achievement.id;
  return node.label;
};

type Outline = readonly [label: string, ...children: Outline[]];

const outline = (tree: TreeModel, node: TreeNode): Outline => [
  labelOf(node),
  ...tree.childrenOf(node).map((child) => outline(tree, child)),
];

const outlines = (plan: AnalysedPlan): readonly Outline[] => {
  const tree = treeOf(plan);
  return tree.roots.flatMap((root) => tree.childrenOf(root)).map((node) => outline(tree, node));
};

describe('the model of the tree', () => {
  it('has a group per level and the files in the order the work goes', () => {
    const plan = analysedPlan({
      achievements: [
        {
          id: '1.1',
          needs: [],
          documents: ['SUBPLAN_X_11.md', 'EXECUTION_TASK_X_11_01.md', 'EXECUTION_TASK_X_11_02.md'],
          status: 'complete',
        },
        { id: '1.2', needs: ['1.1'] },
      ],
    });
    assert.deepEqual(outlines(plan), [
      ['Level 0', ['1.1', ['SUBPLAN'], ['01 EXECUTION'], ['02 EXECUTION'], ['APPROVED']]],
      ['Level 1', ['1.2']],
    ]);
  });

  it('puts what has no level for a cycle under its own groups, with the path', () => {
    const plan = analysedPlan({
      achievements: [
        { id: '1.1', needs: ['1.1'] },
        { id: '1.2', needs: ['1.1'] },
        { id: '1.3', needs: [] },
      ],
    });
    const tree = treeOf(plan);
    const groups = tree.roots.flatMap((root) => tree.childrenOf(root));
    assert.deepEqual(
      groups.map((node) => node.kind === 'group' && [node.label, node.note]),
      [
        ['Level 0', undefined],
        ['In a cycle', '1.1 → 1.1'],
        ['Behind a cycle', undefined],
      ],
    );
  });

  it('finds the row of what is selected elsewhere, and says what a row stands for', () => {
    const plan = analysedPlan({
      achievements: [
        { id: '1.1', needs: [], documents: ['SUBPLAN_X_11.md'] },
        { id: '1.2', needs: [] },
      ],
    });
    const tree = treeOf(plan);
    const file = plan.achievements[0]?.subplan;
    for (const selected of [
      { planUri: plan.uri, id: '1.2', file: undefined },
      { planUri: plan.uri, id: '1.1', file },
      { planUri: plan.uri, id: undefined, file: undefined },
    ]) {
      const node = nodeFor(tree, selected);
      assert.deepEqual(node && selectedBy(node), selected);
    }
    const gone = nodeFor(tree, { planUri: plan.uri, id: '9.9', file: 'file:///gone.md' });
    assert.equal(gone?.kind, 'plan');
  });

  it('cuts the path of a very long cycle', () => {
    const length = 5000;
    const plan = analysedPlan({
      achievements: Array.from({ length }, (_, at) => ({ id: `1.${at}`, needs: [`1.${(at + 1) % length}`] })),
      statedIn: 'PLAN',
    });
    const tree = treeOf(plan);
    const [group] = tree.roots.flatMap((root) => tree.childrenOf(root));
    assert.ok(group?.kind === 'group' && (group.note?.length ?? 0) < 100);
  });

  it('shows the stages of a PRP batch', () => {
    const plan = prpBatch([
      { id: 'PRP-4.1.1' },
      { id: 'PRP-4.2.1', needs: ['PRP-4.1.1'] },
      { id: 'PRP-4.2.2', needs: ['PRP-4.1.1'] },
    ]);
    assert.deepEqual(outlines(plan), [
      ['Stage 1', ['PRP-4.1.1']],
      ['Stage 2', ['PRP-4.2.1'], ['PRP-4.2.2']],
    ]);
  });

  it('says so when a plan is empty or states no dependencies', () => {
    assert.deepEqual(outlines(analysedPlan({ achievements: [] })), [['No achievements found']]);
    const loose = analysedPlan({ achievements: [{ id: '1.1' }, { id: '2.1', priority: '2' }] });
    assert.deepEqual(outlines(loose), [
      ['No dependencies stated'],
      ['No priority', ['1.1']],
      ['Priority 2', ['2.1']],
    ]);
  });

  it('lists the results of a retrospective plan', () => {
    const text = '# PLAN: House\n\n## Achievements Completed\n\n### 1. Moved the house\n';
    const [plan] = snapshotOf({ '/w/PLAN_HOUSE.md': text }).plans;
    assert.deepEqual(plan && outlines(plan), [['1. Moved the house']]);
  });

  it('finds the node of an achievement and of a file, with its way up', () => {
    const plan = analysedPlan({
      achievements: [{ id: '1.1', needs: [], status: 'subplan_created' }],
    });
    const tree = treeOf(plan);
    const achievement = plan.achievements[0];
    const file = tree.fileNode(plan.uri, achievement?.subplan ?? '');
    assert.equal(file?.parent, tree.achievementNode(plan.uri, '1.1'));
    assert.equal(file?.parent?.parent?.parent, tree.planNode(plan.uri));
    assert.equal(tree.achievementNode(plan.uri, '9.9'), undefined);
  });

  it('shows an id that is defined twice once, and each of two PRPs that say the same id', () => {
    const twice = planOf('SHOP', ['1.1', '1.1']);
    const [plan] = snapshotOf({ '/w/PLAN_SHOP.md': twice }).plans;
    assert.deepEqual(plan && outlines(plan), [['No dependencies stated'], ['Priority 1', ['1.1']]]);
    const prp = '---\nid: PRP-8.1.1\ndependencies: []\n---\n';
    const [batch] = snapshotOf({ '/w/PRPs/PRP-8.1.1-lens.md': prp, '/w/PRPs/PRP-8.1.2-dome.md': prp }).plans;
    assert.deepEqual(batch && outlines(batch), [['Stage 1', ['PRP-8.1.1'], ['PRP-8.1.2']]]);
  });

  it('knows the time of every group, stages and cycles included', () => {
    const groupsOf = (plan: AnalysedPlan) => {
      const tree = treeOf(plan);
      return tree.roots
        .flatMap((root) => tree.childrenOf(root))
        .flatMap((node) => (node.kind === 'group' ? [[node.label, planTimeWords(node.time)]] : []));
    };
    assert.deepEqual(
      groupsOf(
        analysedPlan({
          statedIn: 'PLAN',
          achievements: [
            { id: '1.1', needs: [], hours: [2, 3], status: 'complete' },
            { id: '1.2', needs: [], hours: [4, 6] },
            { id: '1.3', needs: [], hours: [4, 4] },
            { id: '2.1', needs: ['1.2'] },
            { id: '3.1', needs: ['3.1'], hours: [1, 1] },
          ],
        }),
      ),
      [
        ['Level 0', '8-10 h left of 10-13 h, 4-6 h in parallel (44 % saved)'],
        ['Level 1', undefined],
        ['In a cycle', '1 h left'],
      ],
    );
    assert.deepEqual(
      groupsOf(
        prpBatch([
          { id: 'PRP-4.1.1', hours: [1, 1], status: 'complete' },
          { id: 'PRP-4.2.1', needs: ['PRP-4.1.1'], hours: [2, 2] },
        ]),
      ),
      [
        ['Stage 1', '1 h done'],
        ['Stage 2', '2 h left'],
      ],
    );
  });

  it('says what contradicts each other, what is only claimed, and how little is known', () => {
    const text =
      `${planOf('SHOP', ['1.1', '1.2', '1.3', '1.4', '1.5', '1.6'], { 1.2: '- **Dependencies**: 1.1' })}
## Tracking

- [x] Achievement 1.1
`.replace('\n\n', '\n\n**Status**: In Progress\n\n');
    const [plan] = snapshotOf({ '/w/a_paused/SHOP/PLAN_SHOP.md': text }).plans;
    const notes = plan ? outlines(plan).flatMap(([label]) => label) : [];
    assert.deepEqual(notes.slice(0, 3), [
      'The folder a_paused says paused, the header says active',
      'The PLAN calls 1 of 6 achievements complete, but no feedback file proves it',
      'Dependencies are stated for only 1 of 6 achievements',
    ]);
    assert.deepEqual(notes.slice(3), ['Level 0', 'Level 1']);
  });

  it('leaves out plans that are not to be shown', () => {
    const snapshot = workspaceOf(
      { name: 'A', achievements: [{ id: '1.1' }] },
      { name: 'B', achievements: [{ id: '1.1', status: 'complete' }] },
    );
    const tree = createTreeModel(snapshot, { isShown: (plan) => !isFinished(plan) });
    assert.deepEqual(tree.roots.map(labelOf), ['A']);
    assert.equal(tree.planNode(uriOf('/w/B/PLAN_B.md')), undefined);
  });

  it('groups plans by state or folder, finds what lies below, and leaves out groups without plans', () => {
    const snapshot = snapshotOf({
      ...documentsOf({
        name: 'A',
        folder: '/w/plans/A',
        achievements: [{ id: '1.1', status: 'in_progress' }],
      }),
      ...documentsOf({ name: 'B', folder: '/w/plans/a_paused/B', achievements: [{ id: '1.1' }] }),
      ...documentsOf({ name: 'C', folder: '/w/plans/C', achievements: [{ id: '1.1', status: 'complete' }] }),
      '/w/PRPs/executed/PRP-5.1.1-lens.md': '---\nid: PRP-5.1.1\n---\n',
      '/w/PRPs/PRP-5.2.1-dome.md': '---\nid: PRP-5.2.1\n---\n',
    });
    const pathOf = (folder: string) => folder.replace('file:///w/', '');
    const grouped = (grouping: 'state' | 'folder') => {
      const tree = createTreeModel(snapshot, { grouping, pathOf });
      return { tree, rows: tree.roots.map((root) => [labelOf(root), ...tree.childrenOf(root).map(labelOf)]) };
    };
    assert.deepEqual(grouped('state').rows, [
      ['Active', 'PRP-5', 'A'],
      ['Paused', 'B'],
      ['Complete', 'C'],
    ]);
    const { tree, rows } = grouped('folder');
    assert.deepEqual(rows, [
      ['PRPs', 'PRP-5'],
      ['plans', 'A', 'C'],
      ['plans/a_paused', 'B'],
    ]);
    assert.equal(tree.plans, 4);
    const found = nodeFor(tree, {
      planUri: uriOf('/w/plans/a_paused/B/PLAN_B.md'),
      id: '1.1',
      file: undefined,
    });
    assert.equal(found?.parent?.parent?.parent, tree.roots[2]);
    const [section] = tree.roots;
    assert.equal(section && selectedBy(section), undefined);
    const shown = createTreeModel(snapshot, {
      grouping: 'state',
      isShown: (each) => !isFinished(each),
    });
    assert.deepEqual(shown.roots.map(labelOf), ['Active', 'Paused']);
  });

  it('groups by tier, what comes first on top, and by the document above, which says how far it is', () => {
    const says = (name: string, text: string) => planOf(name, ['1.1']).replace('\n\n', `\n\n${text}\n\n`);
    const snapshot = snapshotOf({
      '/w/A/PLAN_A.md': says('A', 'Depends on PLAN_B.'),
      '/w/B/PLAN_B.md': says('B', '**Parent**: GRAMMAPLAN_SHOP'),
      '/w/C/PLAN_C.md': says('C', '**Status**: Superseded'),
      '/w/D/PLAN_D.md': says('D', 'Depends on PLAN_E.'),
      '/w/E/PLAN_E.md': says('E', 'Depends on PLAN_D.'),
      '/w/GRAMMAPLAN_SHOP.md':
        '# GRAMMAPLAN: Shop\n\n| Child PLAN | Status |\n| --- | --- |\n| PLAN_C | Done |\n',
    });
    const rows = (grouping: 'tier' | 'parent') => {
      const tree = createTreeModel(snapshot, { grouping });
      return tree.roots.map((root) => [
        labelOf(root),
        root.kind === 'section' ? root.progress : undefined,
        ...tree.childrenOf(root).map(labelOf),
      ]);
    };
    assert.deepEqual(rows('tier'), [
      ['Tier 0', undefined, 'B'],
      ['Tier 1', undefined, 'A'],
      ['In or behind a cycle', undefined, 'D', 'E'],
      ['Finished', undefined, 'C'],
    ]);
    assert.deepEqual(rows('parent'), [
      ['GRAMMAPLAN_SHOP', '50 %', 'B', 'C'],
      ['Without a parent', undefined, 'A', 'D', 'E'],
    ]);
  });

  it('tells plans of one name apart by their folders', () => {
    const folders = ['/w/a/SHOP', '/w/north/a/SHOP', '/w/b'];
    const tree = createTreeModel(
      workspaceOf(...folders.map((folder) => ({ name: 'SHOP', folder, achievements: [{ id: '1.1' }] }))),
    );
    assert.deepEqual(tree.roots.map(labelOf), ['w/a/SHOP', 'w/b/SHOP', 'north/a/SHOP']);
  });
});
