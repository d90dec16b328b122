import assert from 'node:assert/strict';
import { childProgress } from '../../../src/engine/links/family';
import { orderDifferences } from '../../../src/engine/links/familyOrder';
import { differenceWords, familyWords } from '../../../src/engine/words/family';
import { engineOver, planOf } from '../../support/engineOver';

const grammaplan = (rows: readonly string[], header = ''): string =>
  [
    '# GRAMMAPLAN: Shop',
    '',
    header,
    '',
    '## Child PLANs',
    '',
    '| Child PLAN | Status | Effort | Dependencies |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');

const plan = (name: string, header = ''): string =>
  planOf(name, ['1.1', '1.2']).replace('\n\n', `\n\n${header}\n\n`);

const FILES = {
  '/w/SEARCH/PLAN_SEARCH.md': plan('SEARCH'),
  '/w/SEARCH/execution/feedbacks/APPROVED_11.md': '',
  '/w/SYNC/PLAN_SYNC.md': plan('SYNC', '**Parent**: GRAMMAPLAN_SHOP'),
};

describe('a family of plans', () => {
  it('is as far as its children by their files, weighted by effort', async () => {
    const { engine } = await engineOver({
      ...FILES,
      '/w/GRAMMAPLAN_SHOP.md': grammaplan([
        '| PLAN_SEARCH.md | ✅ Complete | 30h | None |',
        '| PLAN_SYNC.md | Planning | 10h | PLAN 1 |',
      ]),
    });
    const [family] = engine.snapshot.families();
    assert.equal(family && familyWords(family), 'GRAMMAPLAN_SHOP: 38 % by effort');
    assert.deepEqual(
      family?.children.map((child) => childProgress(child)?.progress),
      [0.5, 0],
    );
    assert.deepEqual(
      orderDifferences(engine.snapshot.families(), engine.snapshot.tiers()).map(differenceWords),
      ['GRAMMAPLAN_SHOP says (line 10) that SYNC comes after SEARCH, but no PLAN does'],
    );
  });

  it('counts every child the same where one has no effort, and a missing one as the table says', async () => {
    const { engine } = await engineOver({
      ...FILES,
      '/w/GRAMMAPLAN_SHOP.md': grammaplan([
        '| PLAN_SEARCH.md | Planning | 30h | None |',
        '| PLAN_GONE.md | Complete | TBD | None |',
      ]),
    });
    const [family] = engine.snapshot.families();
    assert.equal(
      family && familyWords(family),
      'GRAMMAPLAN_SHOP: 50 %, 1 of 3 children only as the table says',
    );
    assert.deepEqual(
      family?.children.map(({ name, rows, named }) => [name, rows.length, named?.line]),
      [
        ['SEARCH', 1, undefined],
        ['GONE', 1, undefined],
        ['SYNC', 0, 3],
      ],
    );
  });

  it('goes on to the families below, and ends where they go round', async () => {
    const market = (header: string) => ({
      ...FILES,
      '/w/NORTH_STAR_MARKET.md': grammaplan(['| GRAMMAPLAN_SHOP.md | Active | 40h | None |'], header),
      '/w/GRAMMAPLAN_SHOP.md': grammaplan(['| PLAN_SEARCH.md | Active | 40h | None |']),
    });
    const words = async (header: string) =>
      (await engineOver(market(header))).engine.snapshot.families().map(familyWords);
    assert.deepEqual(await words(''), ['GRAMMAPLAN_SHOP: 25 %', 'NORTH_STAR_MARKET: 25 % by effort']);
    assert.equal((await words('**Parent**: GRAMMAPLAN_SHOP')).length, 2);
  });

  it('follows the documents while they are typed, created and deleted', async () => {
    const { engine, files, settled } = await engineOver(FILES);
    assert.deepEqual(engine.snapshot.families(), []);
    files.set('/w/GRAMMAPLAN_SHOP.md', grammaplan(['| PLAN_SEARCH.md | Active | 4h | None |']));
    await settled();
    assert.equal(engine.snapshot.families()[0]?.children.length, 2);
    engine.openDocument(engine.snapshot.families()[0]?.parent.uri ?? '', grammaplan([]));
    assert.equal(engine.snapshot.families()[0]?.children.length, 1);
    engine.closeDocument(engine.snapshot.families()[0]?.parent.uri ?? '');
    files.delete('/w/GRAMMAPLAN_SHOP.md');
    await settled();
    assert.deepEqual(engine.snapshot.families(), []);
  });
});
