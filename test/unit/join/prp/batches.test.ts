import assert from 'node:assert/strict';
import type { AnalysedAchievement } from '../../../../src/engine/model/analysis';
import { isReady } from '../../../../src/engine/model/readiness';
import { engineOver, planOf, type TestEngine } from '../../../support/engineOver';
import { type FakeCommit, fakeHistory } from '../../../support/fakeHistory';

/** A PRP file with these lines of front matter. */
const prp = (...lines: readonly string[]): string => `---\n${lines.join('\n')}\n---\n\n# PRP\n`;

const plansOf = ({ engine }: TestEngine): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    engine.snapshot.plans.map(({ uri, achievements }) => [
      uri.slice('file:///w/'.length),
      achievements.map(({ id }) => id),
    ]),
  );

const find = ({ engine }: TestEngine, id: string): AnalysedAchievement => {
  const [found] = engine.snapshot.plans.flatMap(({ byId }) => byId.get(id) ?? []);
  assert.ok(found, `no ${id}`);
  return found;
};

const codes = ({ engine }: TestEngine): readonly string[] =>
  engine.snapshot.findings.map(({ code, uri }) => `${code} ${uri.slice('file:///w/'.length)}`);

describe('Batches of PRPs', () => {
  it('are what lies below one PRPs folder, by batch, number or letters, and the rest', async () => {
    const opened = await engineOver({
      '/w/PRPs/executed/PRP-4-a.md': prp('prp_id: 4'),
      '/w/PRPs/feature-requests/PRP-5-b.md': prp('title: b', 'dependencies: [4]'),
      '/w/PRPs/feature-requests/PRP-user-page.md': prp('title: c'),
      '/w/PRPs/feature-requests/stage-1/PRP-32.1.1-d.md': prp('prp_id: PRP-32.1.1'),
      '/w/PRPs/executed/PRP-32.4-e.md': prp('prp_id: PRP-32.4'),
      '/w/PRPs/feature-requests/PRP-60.1.1-f.md': prp('prp_id: PRP-60.1.1', 'batch_id: 32'),
      '/w/PRPs/executed/PRP-A-g.md': prp('prp_id: PRP-A'),
      '/w/PRPs/feature-requests/PRP-C-h.md': prp('prp_id: PRP-C'),
      '/w/apps/x/PRPs/PRP-4-i.md': prp('prp_id: PRP-4'),
    });
    assert.deepEqual(plansOf(opened), {
      'PRPs#PRP-32': ['PRP-32.1.1', 'PRP-32.4', 'PRP-60.1.1'],
      'PRPs#PRP-A-C': ['PRP-A', 'PRP-C'],
      'PRPs#PRPs': ['PRP-4', 'PRP-5', 'PRP-user-page'],
      'apps/x/PRPs#PRPs': ['PRP-4'],
    });
    assert.equal(find(opened, 'PRP-5').readiness, 'ready');
  });

  it('take nothing from another project', async () => {
    const opened = await engineOver({
      '/w/web/PRPs/PRP-1.1.1-a.md': prp('prp_id: PRP-1.1.1'),
      '/w/web/PRPs/PRP-1.2.1-b.md': prp('prp_id: PRP-1.2.1', 'dependencies: [PRP-1.1.1]'),
      '/w/mobile/PRPs/executed/PRP-1.1.1-a.md': prp('prp_id: PRP-1.1.1', 'title: other'),
      '/w/mobile/PRPs/PRP-1.2.1-b.md': prp('prp_id: PRP-1.2.1', 'title: o', 'dependencies: [PRP-1.1.1]'),
    });
    const readyIn = (folder: string) =>
      opened.engine.snapshot.plans
        .find(({ uri }) => uri.includes(folder))
        ?.achievements.filter(isReady)
        .map(({ id }) => id);
    assert.deepEqual(readyIn('web'), ['PRP-1.1.1']);
    assert.deepEqual(readyIn('mobile'), ['PRP-1.2.1']);
  });

  it('leave out documents and templates, and say so once for a folder', async () => {
    const opened = await engineOver({
      '/w/PRPs/PRP-1-a.md': prp('prp_id: PRP-1'),
      '/w/PRPs/PRP-2-b.md': '# PRP-2\n\n**Status**: ready\n',
      '/w/PRPs/PRP-3-INITIAL.md': prp('prp_id: PRP-3-INITIAL'),
      '/w/PRPs/templates/PRP-9-x.md': prp('prp_id: PRP-9'),
    });
    assert.deepEqual(plansOf(opened), { 'PRPs#PRPs': ['PRP-1'] });
    assert.deepEqual(codes(opened), [
      'prp-document PRPs/PRP-2-b.md',
      'prp-document PRPs/templates/PRP-9-x.md',
    ]);
    const [finding] = opened.engine.snapshot.findings;
    assert.match(finding?.message ?? '', /^2 files .*PRP-2-b\.md has no front matter; PRP-3-INITIAL\.md/);
    assert.equal(finding?.related.length, 1);
  });

  it('lose no file where ids are said twice', async () => {
    const opened = await engineOver({
      '/w/PRPs/PRP-30-paste.md': prp('prp_id: PRP-30', 'title: Paste'),
      '/w/PRPs/PRP-30-removal.md': prp('prp_id: PRP-30', 'title: Removal'),
      '/w/PRPs/PRP-31-next.md': prp('prp_id: PRP-31', 'dependencies: [PRP-30]'),
      '/w/PRPs/PRP-32-copy.md': prp('prp_id: PRP-31', 'title: Copy'),
      '/w/PRPs/archived/superseded/PRP-40-old.md': prp('prp_id: PRP-40', 'title: Old'),
      '/w/PRPs/PRP-40-new.md': prp('prp_id: PRP-40', 'title: New'),
    });
    assert.deepEqual(plansOf(opened), {
      'PRPs#PRPs': ['PRP-30', 'PRP-30-removal', 'PRP-31', 'PRP-32', 'PRP-40', 'PRP-40-old'],
    });
    assert.equal(find(opened, 'PRP-40').title, 'New');
    // nobody knows which one is meant, so it waits for both
    assert.deepEqual(find(opened, 'PRP-31').blockedBy, ['PRP-30', 'PRP-30-removal']);
    const duplicates = codes(opened).filter((code) => code.startsWith('duplicate-id'));
    assert.equal(duplicates.length, 6);
  });

  it('count what a tool keeps a copy of once', async () => {
    const same = prp('prp_id: PRP-1', 'title: same');
    const opened = await engineOver({
      '/w/PRPs/executed/PRP-1-a.md': same,
      '/w/.ce/PRPs/executed/PRP-1-a.md': same,
      '/w/tools/demo/PRPs/executed/PRP-1-a.md': same,
      '/w/other/PRPs/PRP-1-a.md': same,
    });
    // what is done comes last
    assert.deepEqual(Object.keys(plansOf(opened)), ['other/PRPs#PRPs', 'PRPs#PRPs']);
  });

  it('follow files that move, and keep their name', async () => {
    const opened = await engineOver({ '/w/PRPs/feature-requests/PRP-1.1.1-a.md': prp('prp_id: PRP-1.1.1') });
    const [before] = opened.engine.snapshot.plans;
    opened.files.set('/w/PRPs/executed/PRP-1.1.1-a.md', prp('prp_id: PRP-1.1.1'));
    opened.files.delete('/w/PRPs/feature-requests/PRP-1.1.1-a.md');
    await opened.settled();
    const [after] = opened.engine.snapshot.plans;
    assert.equal(after?.uri, before?.uri);
    assert.deepEqual([before?.progress.complete, after?.progress.complete], [0, 1]);
  });
});

describe('Dependencies among PRPs', () => {
  it('are found by id, slug, file name and title, wherever the file is', async () => {
    const opened = await engineOver({
      '/w/PRPs/executed/PRP-1-base-store.md': prp('prp_id: PRP-1', 'title: The Store'),
      '/w/PRPs/PRP-2-a.md': prp('prp_id: PRP-2', 'dependencies: [The store]'),
      '/w/PRPs/PRP-3-b.md': prp('prp_id: PRP-3', 'dependencies: base-store'),
      '/w/PRPs/PRP-4-c.md': prp('prp_id: PRP-4', 'dependencies: [PRP-1-base-store.md]'),
      '/w/PRPs/PRP-5-d.md': prp('prp_id: PRP-5', 'dependencies: [PRP-001]'),
      '/w/PRPs/PRP-6-e.md': prp('prp_id: PRP-6', 'dependencies: [pytest, External API approval]'),
    });
    for (const id of ['PRP-2', 'PRP-3', 'PRP-4', 'PRP-5'])
      assert.deepEqual(
        find(opened, id).dependencies.map((each) => each.id),
        ['PRP-1'],
        id,
      );
    const { dependencies, dependencyNotes, readiness } = find(opened, 'PRP-6');
    assert.deepEqual([dependencies, readiness], [[], 'ready']);
    assert.deepEqual(
      dependencyNotes.map(({ text }) => text),
      ['pytest', 'External API approval'],
    );
  });

  it('reach into other batches: what is open there blocks, what is complete does not', async () => {
    const opened = await engineOver({
      '/w/PRPs/PRP-A-tools.md': prp('prp_id: PRP-A'),
      '/w/PRPs/executed/PRP-B-guide.md': prp('prp_id: PRP-B'),
      '/w/PRPs/PRP-7.1.1-x.md': prp('prp_id: PRP-7.1.1', 'dependencies: [PRP-B]'),
      '/w/PRPs/PRP-7.2.1-y.md': prp('prp_id: PRP-7.2.1', 'dependencies: [PRP-A, PRP-7.1.1]'),
    });
    assert.equal(find(opened, 'PRP-7.1.1').readiness, 'ready');
    assert.deepEqual(find(opened, 'PRP-7.2.1').blockedBy, ['PRP-7.1.1', 'PRP-A']);
    assert.deepEqual(find(opened, 'PRP-7.2.1').level, 1);
    assert.deepEqual(codes(opened), []);
  });

  it('say an id that nobody has', async () => {
    const opened = await engineOver({
      '/w/PRPs/PRP-1-a.md': prp('prp_id: PRP-1', 'dependencies: [PRP-77.1.1]'),
    });
    assert.deepEqual(codes(opened), ['unknown-dependency PRPs/PRP-1-a.md']);
    assert.deepEqual(find(opened, 'PRP-1').blockedBy, ['PRP-77.1.1']);
  });

  it('never call ready what nobody can read', async () => {
    const opened = await engineOver({
      '/w/PRPs/PRP-1-a.md': prp('prp_id: PRP-1', 'dependencies: TBD'),
      '/w/PRPs/PRP-2-b.md': prp('prp_id: PRP-2', 'dependancies: [PRP-1]'),
      '/w/PRPs/PRP-3-c.md': prp('prp_id: PRP-3', 'dependencies: [PRP-1', 'title: x'),
      '/w/PRPs/PRP-4-d.md': prp('prp_id: PRP-4', 'dependencies: [PRP-8 to PRP-9]'),
    });
    for (const id of ['PRP-1', 'PRP-2', 'PRP-3', 'PRP-4']) {
      assert.notEqual(find(opened, id).readiness, 'ready', id);
      assert.ok(find(opened, id).unreadDependencies.length > 0, id);
    }
  });

  it('order softly without blocking', async () => {
    const opened = await engineOver({
      '/w/PRPs/PRP-1-a.md': prp('prp_id: PRP-1'),
      '/w/PRPs/PRP-2-b.md': prp('prp_id: PRP-2', 'dependencies: Soft dependency on PRP-1 (helps)'),
      '/w/PRPs/PRP-3-c.md': prp('prp_id: PRP-3', 'dependencies: [PRP-2, {id: PRP-1, type: soft}]'),
    });
    const { readiness, blockedBy, level, dependencies } = find(opened, 'PRP-2');
    assert.deepEqual([readiness, blockedBy, level], ['ready', [], 1]);
    assert.deepEqual(
      dependencies.map(({ id, soft }) => [id, soft]),
      [['PRP-1', true]],
    );
    assert.deepEqual([find(opened, 'PRP-3').level, find(opened, 'PRP-3').blockedBy], [2, ['PRP-2']]);
  });

  it('may be stated by the other end, and name all of a range', async () => {
    const opened = await engineOver({
      '/w/PRPs/PRP-1.1.1-a.md': prp('prp_id: PRP-1.1.1', 'blocks: [PRP-1.3.1]'),
      '/w/PRPs/PRP-1.1.2-b.md': prp('prp_id: PRP-1.1.2'),
      '/w/PRPs/PRP-1.2.1-c.md': prp('prp_id: PRP-1.2.1', 'dependencies: PRP-1.1.1 to PRP-1.1.2'),
      '/w/PRPs/PRP-1.3.1-d.md': prp('prp_id: PRP-1.3.1'),
    });
    assert.deepEqual(find(opened, 'PRP-1.2.1').blockedBy, ['PRP-1.1.1', 'PRP-1.1.2']);
    assert.deepEqual(find(opened, 'PRP-1.3.1').blockedBy, ['PRP-1.1.1']);
  });
});

const SUBJECT_FILES = {
  '/w/PRPs/PRP-4-a.md': prp('prp_id: PRP-4'),
  '/w/PRPs/PRP-4.1.1-b.md': prp('prp_id: PRP-4.1.1'),
};

describe('What proves that a PRP is done', () => {
  const doneWith = async (
    lines: readonly string[],
    commits: readonly FakeCommit[] | undefined,
    path = '/w/PRPs/PRP-4-a.md',
  ): Promise<readonly [done: string | undefined, status: string, out: string | undefined]> => {
    const opened = await engineOver(
      { [path]: prp('prp_id: PRP-4', ...lines) },
      commits && fakeHistory(commits),
    );
    const { prp: state, status } = find(opened, 'PRP-4');
    return [state?.done, status, state?.out];
  };
  const OTHERS = ['Set the project up'];

  it('is a commit that its front matter names and HEAD reaches', async () => {
    const hash = 'abcdef1234567890abcdef1234567890abcdef12';
    const commits = [{ subject: 'Something else', hash }];
    assert.deepEqual(await doneWith(['git_commit: ABCDEF1'], commits), ['proven', 'complete', undefined]);
    assert.deepEqual(await doneWith(['commit: 1234567'], commits), ['open', 'not_started', undefined]);
    const reverted = [{ subject: 'Not so', reverts: hash }, ...commits];
    assert.deepEqual(await doneWith(['commit: abcdef1'], reverted), ['open', 'not_started', undefined]);
  });

  const work = [
    'PRP-4: Implement the store',
    'PRP-4: Add the store',
    'feat(PRP-4): add the store',
    'Merge PRP-4: the store',
    'Add the store (PRP-4)',
    'Complete PRP-3 and PRP-4',
    'prp-4 - execute',
    'PRP-4: Move the store to its own folder',
    'PRP-4: Update the client',
  ];
  for (const subject of work) {
    it(`is the commit "${subject}"`, async () => {
      assert.deepEqual(await doneWith([], [subject, ...OTHERS]), ['by-reference', 'complete', undefined]);
    });
  }

  const noWork = [
    'PRP-47: Implement the store',
    'PRP-4.1: Implement the store',
    'PRP-4-INITIAL: Implement',
    'Add PRP-4',
    'docs: Add PRP-3, PRP-4 and PRP-5',
    'Create PRP-4: the store',
    'Generate batch PRP-4',
    'Move PRP-4 to executed',
    'Archive PRP-4',
    'Update PRP-4 status',
    'Update PRP-4 and PRP-5 status',
    'Mark PRP-4 as executed',
    'PRP-4: update status',
    'PRP-4: move to executed',
    'PRP-4: planning',
    'PRP-4: peer review',
    'plan: PRP-4 in detail',
    'WIP: PRP-4',
    'Revert "PRP-4: Implement the store"',
    'Update docs',
  ];
  for (const subject of noWork) {
    it(`is not the commit "${subject}"`, async () => {
      assert.deepEqual(await doneWith([], [subject, ...OTHERS]), ['open', 'not_started', undefined]);
    });
  }

  it('is no commit that was taken back, unless that was taken back too', async () => {
    const done = { subject: 'PRP-4: Implement', hash: 'a'.repeat(40) };
    const undone = { subject: 'Revert "PRP-4: Implement"', hash: 'b'.repeat(40), reverts: done.hash };
    assert.deepEqual((await doneWith([], [undone, done]))[0], 'open');
    assert.deepEqual((await doneWith([], ['Revert "PRP-4: Implement"', done]))[0], 'open');
    assert.deepEqual((await doneWith([], ['Roll back PRP-4', done]))[0], 'open');
    assert.deepEqual(
      (await doneWith([], [{ subject: 'Reapply it', reverts: undone.hash }, undone, done]))[0],
      'by-reference',
    );
    assert.deepEqual(
      (await doneWith([], ['Reapply "PRP-4: Implement"', 'Revert "PRP-4: Implement"', done]))[0],
      'by-reference',
    );
    assert.deepEqual((await doneWith([], ['PRP-4: Implement again', undone, done]))[0], 'by-reference');
  });

  it('is a folder that says so, below the workspace folder', async () => {
    for (const folder of ['executed', 'done', 'archived/already-implemented', 'executed/system'])
      assert.deepEqual(
        await doneWith([], undefined, `/w/PRPs/${folder}/PRP-4-a.md`),
        ['proven', 'complete', undefined],
        folder,
      );
    assert.deepEqual((await doneWith([], undefined, '/w/done/PRPs/PRP-4-a.md'))[1], 'not_started');
  });

  it('is never its own word', async () => {
    assert.deepEqual(await doneWith(['status: completed'], OTHERS), ['claimed', 'not_started', undefined]);
    assert.deepEqual(await doneWith(['status: executed'], undefined), ['claimed', 'not_started', undefined]);
    assert.deepEqual(await doneWith(['status: pending'], OTHERS), ['open', 'not_started', undefined]);
    assert.deepEqual(await doneWith(['status: partially_executed'], OTHERS), [
      'open',
      'not_started',
      undefined,
    ]);
  });

  it('is not known without git, or where commits are missing', async () => {
    assert.deepEqual(await doneWith([], undefined), ['unknown', 'not_started', undefined]);
    const opened = await engineOver(SUBJECT_FILES, fakeHistory(OTHERS, { isWhole: false }));
    assert.equal(find(opened, 'PRP-4').prp?.done, 'unknown');
    assert.match(find(opened, 'PRP-4').prp?.why ?? '', /older commits are missing/);
  });

  it('is out where a folder or the header says so, whatever commits say', async () => {
    const commits = ['PRP-4: Implement'];
    for (const folder of ['archived/superseded', 'archived/superseded-by-PRP-42', 'superseded'])
      assert.deepEqual(await doneWith([], commits, `/w/PRPs/${folder}/PRP-4-a.md`), [
        'open',
        'skipped',
        'superseded',
      ]);
    assert.deepEqual(await doneWith(['status: rejected'], OTHERS), ['open', 'skipped', 'rejected']);
    assert.deepEqual(await doneWith([], OTHERS, '/w/PRPs/archived/PRP-4-a.md'), [
      'open',
      'skipped',
      'archived',
    ]);
    assert.deepEqual((await doneWith([], commits, '/w/PRPs/archived/PRP-4-a.md'))[1], 'complete');
  });

  it('is no commit whose id several PRPs have', async () => {
    const opened = await engineOver(
      {
        '/w/web/PRPs/PRP-4-a.md': prp('prp_id: PRP-4', 'title: a'),
        '/w/mobile/PRPs/PRP-4-a.md': prp('prp_id: PRP-4', 'title: b'),
      },
      fakeHistory(['PRP-4: Implement']),
    );
    for (const { achievements } of opened.engine.snapshot.plans)
      assert.deepEqual(
        achievements.map((each) => [each.status, each.prp?.done]),
        [['not_started', 'unknown']],
      );
  });

  it('is asked only where there is a PRP, and followed when HEAD moves', async () => {
    const none = fakeHistory(OTHERS);
    await engineOver({ '/w/PLAN_X.md': planOf('X', ['1.1']) }, none);
    assert.equal(none.asked, 0);
    const history = fakeHistory(OTHERS);
    const opened = await engineOver(SUBJECT_FILES, history);
    assert.equal(find(opened, 'PRP-4').status, 'not_started');
    history.commit(['PRP-4: Implement', ...OTHERS]);
    await opened.settled();
    assert.equal(find(opened, 'PRP-4').status, 'complete');
    assert.equal(find(opened, 'PRP-4.1.1').status, 'not_started');
  });

  it('leaves out what git ignores', async () => {
    const opened = await engineOver(
      { ...SUBJECT_FILES, '/w/build/PRPs/PRP-4-a.md': prp('prp_id: PRP-4') },
      fakeHistory(OTHERS, { ignored: ['/build/'] }),
    );
    assert.deepEqual(Object.keys(plansOf(opened)), ['PRPs#PRP-4', 'PRPs#PRPs']);
  });
});

const BATCH_PLAN = [
  '# Batch 47',
  '## Overview',
  '## Phases',
  '### Phase 1: Foundation',
  '**Goal**: Begin',
  '**Estimated Hours**: 4',
  '**Dependencies**: None',
  '**Files Modified**:',
  '- `src/a.ts` (new)',
  '- src/b.ts',
  '',
  '**Implementation Steps**:',
  '1. Phase 9 is no phase of this list',
  '---',
  '### Phase 2: Second',
  '**Dependencies**: Phase 1 (needs a)',
  '### Phase 3: Third',
  '**Dependencies**:',
  '- Phase 1',
  '- Phase 7',
  '### Phase 4: Last',
  '**Dependencies**: Phase 1-3, External approval',
  '### Phase 5: Unsure',
  '**Dependencies**: all previous phases',
  '## Rollout Plan',
  '### Phase 1: Development',
  '',
].join('\n');

describe('A BATCH-PLAN', () => {
  it('is a plan of its phases, ranges read', async () => {
    const opened = await engineOver({ '/w/PRPs/PRP-47-BATCH-PLAN.md': BATCH_PLAN });
    assert.deepEqual(plansOf(opened), {
      'PRPs#PRP-47-BATCH-PLAN': ['Phase 1', 'Phase 2', 'Phase 3', 'Phase 4', 'Phase 5'],
    });
    const last = find(opened, 'Phase 4');
    assert.deepEqual(
      last.dependencies.map(({ id }) => id),
      ['Phase 1', 'Phase 2', 'Phase 3'],
    );
    assert.deepEqual(
      last.dependencyNotes.map(({ text }) => text),
      ['External approval'],
    );
    assert.deepEqual(find(opened, 'Phase 1').prp?.files, ['src/a.ts', 'src/b.ts']);
    assert.deepEqual(find(opened, 'Phase 1').effort, { min: 4, max: 4 });
    assert.equal(find(opened, 'Phase 5').readiness, 'unknown');
    assert.deepEqual(
      codes(opened).map((code) => code.split(' ')[0]),
      ['unknown-dependency', 'dependency-note', 'unread-dependency'],
    );
  });

  it('is over when PRPs were made of it', async () => {
    const opened = await engineOver({
      '/w/PRPs/PRP-47-BATCH-PLAN.md': BATCH_PLAN,
      '/w/PRPs/PRP-47.1.1-a.md': prp('prp_id: PRP-47.1.1'),
    });
    assert.equal(find(opened, 'Phase 1').prp?.out, 'superseded');
    assert.equal(find(opened, 'PRP-47.1.1').readiness, 'unknown');
  });
});
