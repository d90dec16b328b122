import assert from 'node:assert/strict';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const files = {
  '/w/A/PLAN_A.md': planOf('A', ['1.1']),
  '/w/A/subplans/SUBPLAN_A_11.md': '',
  '/v/A/PLAN_A.md': planOf('A', ['1.1']),
};

const uris = (plans: readonly { readonly uri: string }[]): readonly string[] => plans.map(({ uri }) => uri);

describe('Folders of a workspace', () => {
  it('hold plans of the same name without mixing them up', async () => {
    const { engine } = await engineOver(files);
    await engine.setRoots([uriOf('/v'), uriOf('/w')]);
    assert.deepEqual(
      engine.snapshot.plans.map(({ uri, achievements }) => [uri, achievements[0]?.status]),
      [
        [uriOf('/v/A/PLAN_A.md'), 'not_started'],
        [uriOf('/w/A/PLAN_A.md'), 'subplan_created'],
      ],
    );
  });

  it('show a plan once where one lies in another', async () => {
    const { engine } = await engineOver(files);
    await engine.setRoots([uriOf('/w/A'), uriOf('/w')]);
    assert.deepEqual(uris(engine.snapshot.plans), [uriOf('/w/A/PLAN_A.md')]);
    await engine.setRoots([uriOf('/w/A')]);
    assert.deepEqual(uris(engine.snapshot.plans), [uriOf('/w/A/PLAN_A.md')]);
    assert.equal(engine.snapshot.plans[0]?.achievements[0]?.status, 'subplan_created');
  });

  it('give a plan that was open alone its documents when its folder joins', async () => {
    const { engine } = await engineOver(files);
    await engine.setRoots([]);
    engine.openDocument(uriOf('/w/A/PLAN_A.md'), planOf('A', ['1.1', '1.2']));
    const alone = engine.snapshot.plans[0];
    assert.deepEqual([alone?.achievements.length, alone?.achievements[0]?.status], [2, 'not_started']);
    await engine.setRoots([uriOf('/w')]);
    const together = engine.snapshot.plans[0];
    assert.deepEqual(
      [together?.achievements.length, together?.achievements[0]?.status],
      [2, 'subplan_created'],
    );
  });

  it('may be moved with a document open: its text stays, and nothing of the old place', async () => {
    const { engine, files: disk, settled } = await engineOver(files);
    const [before, after] = [uriOf('/w/A/PLAN_A.md'), uriOf('/w/B/PLAN_A.md')];
    const unsaved = planOf('A', ['1.1', '1.2']);
    engine.openDocument(before, unsaved);
    disk.delete('/w/A');
    disk.set('/w/B/PLAN_A.md', files['/w/A/PLAN_A.md']);
    disk.set('/w/B/subplans/SUBPLAN_A_11.md', '');
    engine.openDocument(after, unsaved);
    engine.closeDocument(before);
    await settled();
    assert.deepEqual(uris(engine.snapshot.plans), [after]);
    assert.deepEqual(
      engine.snapshot.plans[0]?.achievements.map(({ status }) => status),
      ['subplan_created', 'not_started'],
    );
    assert.deepEqual(engine.snapshot.findingsOf(before), []);
  });

  it('are not needed for a new document', async () => {
    const { engine } = await engineOver({});
    engine.openDocument('untitled:PLAN_NEW.md', planOf('NEW', ['1.1', '1.1']));
    const { plans, findings } = engine.snapshot;
    assert.deepEqual(
      plans.map(({ name, uri }) => [name, uri]),
      [['NEW', 'untitled:PLAN_NEW.md']],
    );
    assert.deepEqual([...new Set(findings.map(({ uri }) => uri))], ['untitled:PLAN_NEW.md']);
    assert.ok(engine.snapshot.linesOf('untitled:PLAN_NEW.md'));
  });
});
