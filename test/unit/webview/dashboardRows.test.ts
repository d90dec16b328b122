import assert from 'node:assert/strict';
import { dashboardOf } from '../../../src/engine/dashboard/dashboard';
import { dashboardMarkdown } from '../../../src/engine/dashboard/dashboardMarkdown';
import { dashboard } from '../../../src/engine/dashboard/dashboardTable';
import { rowsShown } from '../../../src/webview/dashboard/rows';
import { isDashboardMessage, isDashboardRequest } from '../../../src/webview/protocol/dashboardMessages';
import { planOf } from '../../support/engineOver';
import { snapshotOf } from '../../support/snapshotOf';

const NONE = { '1.1': '- **Dependencies**: None', '1.2': '- **Dependencies**: 1.1' };
const plan = (name: string, says: string) =>
  planOf(name, ['1.1', '1.2'], NONE).replace('\n\n', `\n\n${says}\n\n`);

const snapshot = () =>
  snapshotOf({
    '/w/SHOP/PLAN_SHOP.md': plan('SHOP', '**Priority**: CRITICAL\n\nDepends on PLAN_SEARCH.'),
    '/w/SEARCH/PLAN_SEARCH.md': plan('SEARCH', '**Priority**: LOW'),
    '/w/SEARCH/execution/feedbacks/APPROVED_11.md': '',
    '/w/DOCS/PLAN_DO|CS.md': plan('DO|CS', '**Status**: Paused'),
    '/w/OLD/PLAN_OLD.md': plan('OLD', '**Status**: Superseded'),
    '/w/GRAMMAPLAN_STORE.md':
      '# GRAMMAPLAN: Store\n\n| PLAN | Status |\n| --- | --- |\n| PLAN_SHOP | Active |\n',
  });

const message = () => dashboard.tableOf(snapshot());

describe('the dashboard', () => {
  it('has every plan by tier and importance, and says what it waits for and what comes next', () => {
    assert.deepEqual(
      dashboardOf(snapshot()).map((row) => [
        [row.name, row.state, row.tier, row.priority, row.complete, row.total, row.ready],
        [row.waitsFor, row.parent, row.next],
      ]),
      [
        [
          ['SEARCH', 'active', 0, 'LOW', 1, 2, 1],
          [[], null, '1.2: Create the SUBPLAN'],
        ],
        [
          ['DO|CS', 'paused', 0, null, 0, 2, 1],
          [[], null, '1.1: Create the SUBPLAN'],
        ],
        [
          ['SHOP', 'planning', 1, 'CRITICAL', 0, 2, 0],
          [['SEARCH'], 'GRAMMAPLAN_STORE', null],
        ],
        [
          ['OLD', 'superseded', null, null, 0, 2, 0],
          [[], null, null],
        ],
      ],
    );
  });

  it('is a Markdown table in which no text is markup', () => {
    const lines = dashboardMarkdown(dashboardOf(snapshot())).split('\n');
    assert.deepEqual(lines.slice(0, 6), [
      '# Plans',
      '',
      '| Plan | State | Tier | Priority | Complete | Ready | Waits for | Parent | Next |',
      '| --- | --- | ---: | --- | ---: | ---: | --- | --- | --- |',
      '| SEARCH | Active | 0 | LOW | 1/2 | 1 |  |  | 1.2: Create the SUBPLAN |',
      '| DO\\|CS | Paused | 0 |  | 0/2 | 1 |  |  | 1.1: Create the SUBPLAN |',
    ]);
    assert.match(
      dashboard.markdownOf(snapshot(), [snapshot().plans[0]?.uri ?? '', 'gone']),
      /Next \|\n\| --- .*\n\| [^\n]+\n$/,
    );
    assert.equal(dashboardMarkdown([]), '# Plans\n\nNo plans.\n');
  });

  it('shows the rows that a person wants, in the order they want', () => {
    const { columns, rows } = message();
    const shown = (state: Partial<Parameters<typeof rowsShown>[2]>) =>
      rowsShown(columns, rows, {
        sortedBy: '',
        isDescending: false,
        filter: '',
        showsFinished: false,
        ...state,
      }).map(({ cells }) => cells[0]);
    assert.deepEqual(shown({}), ['SEARCH', 'DO|CS', 'SHOP']);
    assert.deepEqual(shown({ showsFinished: true }), ['SEARCH', 'DO|CS', 'SHOP', 'OLD']);
    assert.deepEqual(shown({ sortedBy: 'priority' }), ['SHOP', 'DO|CS', 'SEARCH']);
    assert.deepEqual(shown({ sortedBy: 'plan', isDescending: true }), ['SHOP', 'SEARCH', 'DO|CS']);
    assert.deepEqual(shown({ sortedBy: 'tier', isDescending: true }), ['SHOP', 'SEARCH', 'DO|CS']);
    assert.deepEqual(shown({ filter: 'state:paused' }), ['DO|CS']);
    assert.deepEqual(shown({ filter: 'SUBPLAN 1.2' }), ['SEARCH']);
    assert.deepEqual(shown({ filter: 'nothing' }), []);
  });

  it('reads only messages of its own shape', () => {
    assert.ok(isDashboardMessage({ type: 'dashboard', ...message() }));
    assert.ok(!isDashboardMessage({ type: 'dashboard', columns: [], rows: [{}] }));
    for (const request of [{ type: 'ready' }, { type: 'open', plan: 'x' }, { type: 'export', plans: ['x'] }])
      assert.ok(isDashboardRequest(request));
    for (const other of [
      null,
      'ready',
      {},
      { type: 'open' },
      { type: 'export', plans: [1] },
      { type: 'run', plan: 'x' },
    ])
      assert.ok(!isDashboardRequest(other));
  });
});
