import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createEngine } from '../../../src/engine/createEngine';
import type { Engine } from '../../../src/engine/engine';
import type { Snapshot } from '../../../src/engine/snapshot';
import type { Pace } from '../../../src/shared/pace';
import { planOf } from '../../support/engineOver';
import { type MemoryFiles, memoryFiles, uriOf } from '../../support/memoryFiles';

const quiet = { info: () => undefined, warn: () => undefined, error: assert.fail };

/** An engine that lives in an editor, with a clock that goes on `step` milliseconds at every look. */
const pacedEngine = (
  files: MemoryFiles,
  step: number,
  roots = ['/w'],
  pace: Pace = () => undefined,
): Engine => {
  let time = 0;
  return createEngine({
    files,
    logger: quiet,
    roots: roots.map(uriOf),
    schemaFindings: false,
    pace,
    now: () => {
      time += step;
      return time;
    },
  });
};

const plainEngine = (files: MemoryFiles): Engine =>
  createEngine({ files, logger: quiet, roots: [uriOf('/w')], schemaFindings: false });

const planFiles = (name: string): Record<string, string> => ({
  [`/w/${name}/PLAN_${name}.md`]: planOf(name, ['1.1', '1.2']),
  [`/w/${name}/parallel.json`]: '{"achievements":[{"id":"1.1","dependencies":[]},{"id":"9.9"}]}',
  [`/w/${name}/subplans/SUBPLAN_${name}_11.md`]: '',
  [`/w/${name}/execution/EXECUTION_TASK_${name}_11_01.md`]: '- [x] done\n',
  [`/w/${name}/execution/feedbacks/APPROVED_11.md`]: '',
});

const names = Array.from({ length: 40 }, (_, at) => `P${String(at).padStart(2, '0')}`);
const many = (): Record<string, string> => Object.assign({}, ...names.map(planFiles));

const outline = ({ plans, findings }: Snapshot) => ({
  plans: plans.map(({ uri, achievements }) => [
    uri,
    achievements.map((each) => [each.id, each.title, each.status]),
  ]),
  findings: findings.map(({ uri, code, message }) => [uri, code, message]),
});

const snapshotsOf = (engine: Engine): Snapshot[] => {
  const seen: Snapshot[] = [];
  engine.onDidChange((snapshot) => seen.push(snapshot));
  return seen;
};

interface Step {
  readonly path: string;
  readonly text: string | null;
  readonly kind: string;
}

const take = async (engine: Engine, files: MemoryFiles, { path, text, kind }: Step): Promise<void> => {
  if (kind === 'open') engine.openDocument(uriOf(`/w/${path}`), text ?? '');
  else if (kind === 'close') engine.closeDocument(uriOf(`/w/${path}`));
  else if (kind === 'refresh') await engine.reload();
  else if (text === null) files.delete(`/w/${path}`);
  else files.set(`/w/${path}`, text);
};

describe('Opening a workspace in an editor', () => {
  it('shows more and more plans, each of them whole, and then all', async () => {
    const engine = pacedEngine(memoryFiles(many()), 50);
    const seen = snapshotsOf(engine);
    await engine.refresh();
    const counts = seen.map(({ plans }) => plans.length);
    assert.ok(counts.length > 2 && counts.length < 10, String(counts));
    assert.deepEqual(
      [...counts].sort((a, b) => a - b),
      counts,
    );
    assert.deepEqual(
      seen.map(({ isComplete }) => isComplete),
      counts.map((_, at) => at === counts.length - 1),
    );
    for (const { plans, findings, planOf: ownerOf } of seen) {
      for (const { byId } of plans) assert.equal(byId.get('1.1')?.status, 'complete');
      assert.deepEqual(new Set(findings.map(({ uri }) => ownerOf(uri))), new Set(plans));
    }
    const whole = plainEngine(memoryFiles(many()));
    await whole.refresh();
    assert.deepEqual(outline(engine.snapshot), outline(whole.snapshot));
  });

  it('reads small workspaces in one go', async () => {
    const engine = pacedEngine(memoryFiles(planFiles('A')), 1);
    const seen = snapshotsOf(engine);
    await engine.refresh();
    assert.deepEqual(
      seen.map(({ plans, isComplete }) => [plans.length, isComplete]),
      [[1, true]],
    );
  });

  it('says that the reading is finished where there is nothing', async () => {
    const engine = pacedEngine(memoryFiles({ '/w/notes.txt': '' }), 1);
    assert.equal(engine.snapshot.isComplete, false);
    await engine.refresh();
    assert.equal(engine.snapshot.isComplete, true);
  });

  it('begins with what is open in an editor', async () => {
    const engine = pacedEngine(memoryFiles(many()), 200);
    engine.openDocument(uriOf('/w/P33/PLAN_P33.md'), planOf('P33', ['1.1']));
    const seen = snapshotsOf(engine);
    await engine.refresh();
    assert.deepEqual(
      seen[0]?.plans.map(({ name }) => name),
      ['P33'],
    );
  });

  it('takes text that is typed meanwhile', async () => {
    const engine = pacedEngine(memoryFiles(many()), 50);
    const uri = uriOf('/w/P39/PLAN_P39.md');
    const first = engine.onDidChange(() => {
      first.dispose();
      engine.openDocument(uri, planOf('P39', ['1.1', '1.2', '1.3']));
    });
    await engine.refresh();
    assert.equal(engine.snapshot.planOf(uri)?.achievements.length, 3);
  });

  it('takes text that is typed between any two steps of building a plan', async () => {
    const uri = uriOf('/w/A/parallel.json');
    const text = '{"achievements":[{"id":"1.1","dependencies":[]},{"id":"1.2","dependencies":["1.1"]}]}';
    const typed = plainEngine(memoryFiles({ ...planFiles('A'), '/w/A/parallel.json': text }));
    await typed.refresh();
    /** @returns how many steps there were */
    const openTypingAt = async (moment: number): Promise<number> => {
      let steps = 0;
      const engine: Engine = pacedEngine(memoryFiles(planFiles('A')), 1, ['/w'], () => {
        steps++;
        if (steps !== moment) return undefined;
        engine.openDocument(uri, text);
        return Promise.resolve();
      });
      await engine.refresh();
      if (moment <= steps)
        assert.deepEqual(outline(engine.snapshot), outline(typed.snapshot), `typed at step ${moment}`);
      return steps;
    };
    const steps = await openTypingAt(Number.POSITIVE_INFINITY);
    assert.ok(steps > 30, `${steps} steps`);
    for (let moment = 1; moment <= steps; moment++) await openTypingAt(moment);
  });

  it('shows plans that keep their documents in one place together', async () => {
    const shared = {
      '/w/plans/PLAN_A.md': planOf('A', ['1.1']),
      '/w/plans/PLAN_B.md': planOf('B', ['1.1']),
      '/w/subplans/SUBPLAN_A_11.md': '',
      '/w/execution/feedbacks/APPROVED_11.md': '**Mother Plan**: PLAN_B\n**Achievement**: 1.1\n',
      '/w/subplans/SUBPLAN_B_11.md': '',
    };
    const engine = pacedEngine(memoryFiles({ ...shared, ...many() }), 50);
    const seen = snapshotsOf(engine);
    await engine.refresh();
    const both = seen.map(({ plans }) =>
      plans
        .filter(({ name }) => name.length === 1)
        .map(({ name }) => name)
        .join(''),
    );
    assert.deepEqual([...new Set(both)].sort(), ['', 'AB']);
  });

  it('keeps every plan in sight while very many files change', async () => {
    const files = memoryFiles(many());
    const engine = pacedEngine(files, 50);
    await engine.refresh();
    const seen = snapshotsOf(engine);
    for (const name of names) {
      (files.texts as Map<string, string>).set(`/w/${name}/PLAN_${name}.md`, planOf(name, ['1.1']));
    }
    await engine.reload();
    assert.ok(seen.length > 1, 'a snapshot in between');
    assert.deepEqual([...new Set(seen.map(({ plans }) => plans.length))], [names.length]);
    assert.ok(engine.snapshot.plans.every(({ achievements }) => achievements.length === 1));
  });

  it('notices that a plan went while very many files changed', async () => {
    const files = memoryFiles(many());
    const engine = pacedEngine(files, 1);
    await engine.refresh();
    for (const path of [...files.texts.keys()]) {
      if (path.startsWith('/w/P07/')) (files.texts as Map<string, string>).delete(path);
    }
    await engine.reload();
    assert.equal(engine.snapshot.plans.length, names.length - 1);
  });

  it('ends where an engine that reads in one go ends, after any sequence of changes', async () => {
    const texts = [planOf('A', ['1.1']), planOf('A', ['1.1', '1.2']), '# nothing\n', ''];
    const paths = [
      'A/PLAN_A.md',
      'A/PLAN_B.md',
      'A/parallel.json',
      'A/subplans/SUBPLAN_A_11.md',
      'FIX_12.md',
      'B/PLAN_A.md',
    ];
    const step = fc.record({
      path: fc.constantFrom(...paths),
      text: fc.option(fc.constantFrom(...texts)),
      kind: fc.constantFrom('disk', 'open', 'close', 'refresh'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        const files = memoryFiles(planFiles('A'));
        const engine = pacedEngine(files, 60);
        void engine.refresh();
        for (const each of steps) await take(engine, files, each);
        for (const path of paths) engine.closeDocument(uriOf(`/w/${path}`));
        await engine.refresh();
        const fresh = plainEngine(memoryFiles(Object.fromEntries(files.texts)));
        await fresh.refresh();
        assert.deepEqual(outline(engine.snapshot), outline(fresh.snapshot));
      }),
      { numRuns: 60, seed: 20_251_121 },
    );
  });
});
