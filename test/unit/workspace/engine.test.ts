import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createEngine } from '../../../src/engine/createEngine';
import type { FileChange, FileSystem } from '../../../src/engine/files';
import type { Snapshot } from '../../../src/engine/snapshot';
import { engineOver, planOf, type TestEngine } from '../../support/engineOver';
import { memoryFiles, uriOf } from '../../support/memoryFiles';

const plan = uriOf('/w/A/PLAN_A.md');
const parallel = uriOf('/w/A/parallel.json');
const files = {
  '/w/A/PLAN_A.md': planOf('A', ['1.1', '1.2']),
  '/w/A/parallel.json':
    '{"achievements":[{"id":"1.1","dependencies":[]},{"id":"1.2","dependencies":["1.1"]}]}',
};

const outline = ({ plans, findings }: Snapshot) => ({
  plans: plans.map(({ uri, achievements }) => [
    uri,
    achievements.map(({ id, title, status, level }) => [id, title, status, level]),
  ]),
  findings: findings.map(({ uri, code, message }) => [uri, code, message]),
});

interface Step {
  readonly path: string;
  readonly text: string | null;
  readonly kind: string;
}

const take = ({ engine, files: disk }: TestEngine, { path, text, kind }: Step): void => {
  if (kind === 'open') engine.openDocument(uriOf(path), text ?? '');
  else if (kind === 'close') engine.closeDocument(uriOf(path));
  else if (text === null) disk.delete(path);
  else disk.set(path, text);
};

describe('The engine', () => {
  it('follows unsaved text at once and goes back to the file when it is closed', async () => {
    const { engine, settled } = await engineOver(files);
    engine.openDocument(plan, planOf('A', ['1.1', '1.2', '1.3']));
    assert.deepEqual(
      engine.snapshot.plans[0]?.achievements.map(({ id }) => id),
      ['1.1', '1.2', '1.3'],
    );
    assert.deepEqual(
      engine.snapshot.findings.map(({ code }) => code),
      ['missing-from-parallel'],
    );
    engine.closeDocument(plan);
    await settled();
    assert.deepEqual(
      engine.snapshot.plans[0]?.achievements.map(({ id }) => id),
      ['1.1', '1.2'],
    );
    assert.deepEqual(engine.snapshot.findings, []);
  });

  it('shows a plan that is open but not saved yet', async () => {
    const { engine, settled } = await engineOver(files);
    engine.openDocument(uriOf('/w/B/PLAN_B.md'), planOf('B', ['1.1']));
    await settled();
    assert.deepEqual(
      engine.snapshot.plans.map(({ name }) => name),
      ['A', 'B'],
    );
    engine.closeDocument(uriOf('/w/B/PLAN_B.md'));
    await settled();
    assert.deepEqual(
      engine.snapshot.plans.map(({ name }) => name),
      ['A'],
    );
  });

  it('keeps a plan whose file was deleted while it is open', async () => {
    const { engine, files: disk, settled } = await engineOver(files);
    engine.openDocument(plan, planOf('A', ['1.1']));
    disk.delete('/w/A');
    await settled();
    assert.deepEqual(
      engine.snapshot.plans[0]?.achievements.map(({ id }) => id),
      ['1.1'],
    );
    engine.closeDocument(plan);
    await settled();
    assert.deepEqual(engine.snapshot.plans, []);
  });

  it('follows files that come, change and go', async () => {
    const { engine, files: disk, settled, plan: planNamed } = await engineOver(files);
    const seen: string[] = [];
    engine.onDidChange(({ plans }) => seen.push(plans[0]?.byId.get('1.1')?.status ?? 'gone'));
    disk.set('/w/A/subplans/SUBPLAN_A_11.md', '');
    await settled();
    disk.set('/w/A/execution/EXECUTION_TASK_A_11_01.md', '');
    await settled();
    disk.set('/w/A/execution/EXECUTION_TASK_A_11_01.md', '- [x] work\n');
    await settled();
    disk.delete('/w/A/execution');
    await settled();
    assert.equal(planNamed('A').byId.get('1.1')?.status, 'subplan_created');
    disk.delete('/w/A');
    await settled();
    assert.deepEqual(seen, [
      'subplan_created',
      'execution_created',
      'in_progress',
      'subplan_created',
      'gone',
    ]);
  });

  it('does not believe old news of a deletion', async () => {
    const tellers: ((changes: readonly FileChange[]) => void)[] = [];
    const disk = memoryFiles(files);
    const watched: FileSystem = {
      ...disk,
      watch: (listener) => {
        tellers.push(listener);
        return { dispose: () => undefined };
      },
    };
    const logger = { info: () => undefined, warn: () => undefined, error: assert.fail };
    const engine = createEngine({ files: watched, logger, roots: [uriOf('/w')], schemaFindings: false });
    await engine.refresh();
    const seen: number[] = [];
    engine.onDidChange(({ plans }) => seen.push(plans.length));
    for (const tell of tellers) tell([{ uri: plan, kind: 'deleted' }]);
    await engine.refresh();
    assert.deepEqual([...new Set([...seen, engine.snapshot.plans.length])], [1]);
  });

  it('reads everything again when told to, whatever no watcher said', async () => {
    const { engine, files: disk } = await engineOver(files);
    (disk.texts as Map<string, string>).set('/w/A/PLAN_A.md', planOf('A', ['1.1']));
    await engine.refresh();
    assert.equal(engine.snapshot.plans[0]?.achievements.length, 2, 'a refresh only looks for files');
    await engine.reload();
    assert.equal(engine.snapshot.plans[0]?.achievements.length, 1);
  });

  it('catches up with what came, changed and went while nobody watched', async () => {
    const disk = memoryFiles({ ...files, '/w/B/PLAN_B.md': planOf('B', ['1.1']) });
    const written = new Map<string, number>();
    const read: string[] = [];
    const unwatched: FileSystem = {
      ...disk,
      read: (uri) => {
        read.push(uri);
        return disk.read(uri);
      },
      watch: () => ({ dispose: () => undefined }),
      changedSince: async (uri, time) => (written.get(uri) ?? 0) >= time,
    };
    const logger = { info: () => undefined, warn: () => undefined, error: assert.fail };
    const engine = createEngine({ files: unwatched, logger, roots: [uriOf('/w')], schemaFindings: false });
    await engine.refresh();
    disk.set('/w/A/PLAN_A.md', planOf('A', ['1.1', '1.2', '1.3']));
    written.set(plan, 200);
    disk.set('/w/C/PLAN_C.md', planOf('C', ['1.1']));
    disk.delete('/w/B/PLAN_B.md');
    read.length = 0;
    await engine.catchUp(100);
    assert.deepEqual(
      engine.snapshot.plans.map(({ name, achievements }) => [name, achievements.length]),
      [
        ['A', 3],
        ['C', 1],
      ],
    );
    assert.deepEqual(read.sort(), [plan, uriOf('/w/C/PLAN_C.md')].sort(), 'nothing else is read again');
    read.length = 0;
    await engine.catchUp(300);
    assert.deepEqual(read, []);
    engine.dispose();
  });

  it('tells nobody when nothing changed', async () => {
    const { engine, files: disk, settled } = await engineOver(files);
    let told = 0;
    engine.onDidChange(() => told++);
    disk.set('/w/notes.txt', 'x');
    await settled();
    engine.openDocument(plan, files['/w/A/PLAN_A.md']);
    assert.equal(told, 1, 'a document that was read again counts once');
    engine.openDocument(plan, files['/w/A/PLAN_A.md']);
    await settled();
    assert.equal(told, 1);
  });

  it('keeps one plan as it is while another changes', async () => {
    const { engine, plan: planNamed } = await engineOver({
      ...files,
      '/w/B/PLAN_B.md': planOf('B', ['1.1']),
    });
    const before = planNamed('B');
    engine.openDocument(plan, planOf('A', ['1.1']));
    assert.equal(planNamed('B'), before);
  });

  it('says at its place that a document cannot be read, and goes on with the others', async () => {
    const { engine } = await engineOver({ ...files, '/w/A/parallel.json': 'PNG\0', '/w/B/PLAN_B.md': '\0' });
    assert.deepEqual(
      engine.snapshot.plans.map(({ name, dependencySource }) => [name, dependencySource]),
      [['A', 'none']],
    );
    assert.deepEqual(
      engine.snapshot.findings.map(({ uri, code }) => [uri, code]),
      [
        [parallel, 'unreadable-document'],
        [uriOf('/w/B/PLAN_B.md'), 'unreadable-document'],
      ],
    );
  });

  it('ends where a fresh engine would, after any sequence of changes', async () => {
    const texts = [planOf('A', ['1.1']), planOf('A', ['1.1', '1.2']), '# nothing\n', ''];
    const paths = [
      '/w/A/PLAN_A.md',
      '/w/A/PLAN_B.md',
      '/w/A/parallel.json',
      '/w/A/subplans/SUBPLAN_A_11.md',
      '/w/A/execution/feedbacks/FIX_12.md',
      '/w/B/PLAN_A.md',
    ];
    const step = fc.record({
      path: fc.constantFrom(...paths),
      text: fc.option(fc.constantFrom(...texts)),
      kind: fc.constantFrom('disk', 'open', 'close'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const test = await engineOver(files);
        const { engine, files: disk, settled } = test;
        for (const each of steps) take(test, each);
        for (const path of paths) engine.closeDocument(uriOf(path));
        await settled();
        const fresh = await engineOver(Object.fromEntries(disk.texts));
        assert.deepEqual(outline(engine.snapshot), outline(fresh.engine.snapshot));
      }),
      { numRuns: 60 },
    );
  });
});
