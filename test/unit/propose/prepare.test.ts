import assert from 'node:assert/strict';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const draftFor = async (files: Readonly<Record<string, string>>) => {
  const { engine } = await engineOver({ '/w/PLAN_SHOP.md': planOf('SHOP', ['1.1', '1.2']), ...files });
  return engine.prepareParallel({ plan: uriOf('/w/PLAN_SHOP.md'), byPriority: false });
};

const reasonOf = async (files: Readonly<Record<string, string>>): Promise<string> => {
  const draft = await draftFor(files);
  assert.ok(!draft.ok);
  return draft.error.message;
};

describe('preparing a parallel.json', () => {
  it('takes a name that no other plan of the folder has', async () => {
    const draft = await draftFor({
      '/w/PLAN_OTHER.md': planOf('OTHER', ['1.1']),
      '/w/parallel.json': '{ "plan_name": "OTHER", "achievements": [{ "achievement_id": "1.1" }] }',
    });
    assert.ok(draft.ok);
    assert.deepEqual(
      [draft.value.uri, draft.value.before],
      [uriOf('/w/PARALLEL-EXECUTION-ANALYSIS.json'), undefined],
    );
  });

  it('never goes beside a file that may be its own', async () => {
    assert.match(await reasonOf({ '/w/parallel.json': '\0' }), /cannot be read/);
    assert.match(
      await reasonOf({ '/w/parallel.json': '{ "achievements": [' }),
      /syntax error|cannot be read/,
    );
  });

  it('reads SUBPLANs, and says where in them', async () => {
    const subplan = '# SUBPLAN\n\n**Achievement**: 1.2\n\n## Dependencies\n\n- Achievement 1.1\n';
    const draft = await draftFor({ '/w/subplans/SUBPLAN_SHOP_12.md': subplan });
    assert.ok(draft.ok);
    const [edge] = draft.value.proposal.edges;
    assert.deepEqual(
      [edge?.dependent, edge?.dependency, edge?.evidence[0].place.uri, edge?.evidence[0].quote],
      ['1.2', '1.1', uriOf('/w/subplans/SUBPLAN_SHOP_12.md'), 'Achievement 1.1'],
    );
  });
});
