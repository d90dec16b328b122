import assert from 'node:assert/strict';
import { graphModelOf } from '../../../src/extension/graph/graphModel';
import { gridLayout } from '../../../src/extension/graph/grid';
import { isHostMessage, isPageMessage, isPageState } from '../../../src/webview/messages';
import { nine } from '../../support/graphPlans';
import { nineEstimated, timelineOf } from '../../support/timelinePlans';

describe('messages between editor and graph page', () => {
  const model = graphModelOf(nine());
  const timeline = timelineOf(nineEstimated());
  const layout = gridLayout(model, { width: 200, height: 80, titleLines: 1 });

  it('are taken when they are whole', () => {
    assert.ok(isHostMessage({ type: 'graph', model, layout }));
    assert.ok(isHostMessage({ type: 'graph', model, layout: null }));
    assert.ok(isHostMessage({ type: 'notice', text: 'x' }));
    assert.ok(isPageMessage({ type: 'ready' }));
    assert.ok(isPageMessage({ type: 'open', id: '1.1' }));
    assert.ok(isHostMessage({ type: 'timeline', model: timeline }));
    assert.ok(isHostMessage({ type: 'timeline', model: { ...timeline, instead: 'x', chart: null } }));
    assert.ok(isHostMessage({ type: 'tab', tab: 'timeline' }));
    assert.ok(isPageMessage({ type: 'timeline', executors: 3 }));
    assert.ok(isPageMessage({ type: 'timeline', executors: null }));
    assert.ok(isPageMessage({ type: 'timelineClosed' }));
    const view = { x: 1, y: 2, scale: 1 };
    assert.ok(isPageState({ planUri: 'file:///p', view, tabs: null }));
    assert.ok(isPageState({ planUri: 'file:///p', view, tabs: { tab: 'timeline', executors: null } }));
  });

  it('are refused when anything is missing or of another kind', () => {
    const [first, ...rest] = model.nodes;
    const broken: readonly unknown[] = [
      undefined,
      null,
      'graph',
      [],
      {},
      { type: 'other' },
      { type: 'graph', model },
      { type: 'graph', model: { ...model, nodes: [{ ...first, status: 'done' }, ...rest] }, layout },
      { type: 'graph', model: { ...model, total: '9' }, layout },
      { type: 'graph', model, layout: { ...layout, width: Number.NaN } },
      { type: 'graph', model, layout: { ...layout, edges: [['0']] } },
      { type: 'notice', text: 1 },
      { type: 'open' },
      { type: 'open', id: 7 },
      { type: 'timeline' },
      { type: 'timeline', executors: 0 },
      { type: 'timeline', executors: 1.5 },
      { type: 'timeline', executors: '2' },
      { type: 'timeline', model: { ...timeline, chart: { ...timeline.chart, bars: [{}] } } },
      { type: 'timeline', model: { ...timeline, chart: undefined } },
      { type: 'tab', tab: 'other' },
    ];
    for (const message of broken) {
      assert.equal(isHostMessage(message), false, JSON.stringify(message)?.slice(0, 80));
      assert.equal(isPageMessage(message), false, JSON.stringify(message)?.slice(0, 80));
    }
    assert.equal(isPageState({ planUri: 'x', view: { x: 1 }, tabs: null }), false);
    assert.equal(isPageState({ view: null, tabs: null }), false);
    assert.equal(isPageState({ planUri: 'x', view: null, tabs: { tab: 'timeline', executors: -1 } }), false);
  });
});
