import assert from 'node:assert/strict';
import { diagnosticsOf } from '../../../src/language/diagnostics';
import { defaultSettings } from '../../../src/language/server/settings';
import { engineOver } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const text = (status: string): string => `# PLAN: Shop

**Status**: ${status}

## Achievements

**Achievement 1.1**: Basket

- **Dependencies**: 9.9

## Tracking

- [x] Achievement 1.1
`;

const codesOf = async (folder: string, status: string, settings = defaultSettings) => {
  const path = `/w/${folder}/SHOP/PLAN_SHOP.md`;
  const { engine, files, settled } = await engineOver({ [path]: text(status) });
  const codes = () => diagnosticsOf(engine.snapshot, uriOf(path), settings, '').map(({ code }) => code);
  return { codes, files, path, settled };
};

describe('problems of plans that are over', () => {
  it('are not reported, unless a person asks for them', async () => {
    const active = (await codesOf('plans', 'Active')).codes();
    assert.ok(active.includes('unknown-dependency'));
    for (const status of ['Superseded', 'Cancelled', 'Archived']) {
      const { codes } = await codesOf('plans', status);
      assert.deepEqual(codes(), ['legacy-claim'], status);
    }
    assert.deepEqual((await codesOf('archive', 'Active')).codes(), []);
    const asked = await codesOf('archive', 'Active', { ...defaultSettings, finishedPlans: true });
    assert.ok(asked.codes().includes('unknown-dependency'));
    assert.ok(asked.codes().includes('contradicting-state'));
  });

  it('are reported of plans that wait', async () => {
    assert.ok((await codesOf('a_paused', 'Paused')).codes().includes('unknown-dependency'));
    assert.ok((await codesOf('backlog', 'Planning')).codes().includes('unknown-dependency'));
  });

  it('come and go with the header', async () => {
    const { codes, files, path, settled } = await codesOf('plans', 'Superseded');
    assert.ok(!codes().includes('unknown-dependency'));
    files.set(path, text('Active'));
    await settled();
    assert.ok(codes().includes('unknown-dependency'));
    files.set(path, text('Superseded'));
    await settled();
    assert.ok(!codes().includes('unknown-dependency'));
  });
});
