import assert from 'node:assert/strict';
import { gridLayout } from '../../../../src/extension/graph/layout/grid';
import { graphModelOf } from '../../../../src/extension/graph/model/graphModel';
import {
  hostMessageOf,
  isHostMessage,
  isPageMessage,
  isPageState,
  type PageMessage,
} from '../../../../src/webview/protocol/messages';
import { nine } from '../../../support/graphPlans';
import { nineEstimated, timelineOf } from '../../../support/timelinePlans';

describe('messages between editor and graph page', () => {
  const model = graphModelOf(nine());
  const arrangement = { choices: [{ band: 'Level 0', isCollapsed: true }], redundant: false };
  const timeline = timelineOf(nineEstimated());
  const layout = gridLayout(model, { width: 200, height: 80, titleLines: 1 });

  it('are taken when they are whole', () => {
    assert.ok(isHostMessage({ type: 'graph', model, layout }));
    assert.ok(isHostMessage({ type: 'graph', model, layout: null }));
    assert.ok(isHostMessage({ type: 'notice', text: 'x' }));
    assert.ok(isHostMessage({ type: 'select', id: '1.1' }));
    assert.ok(isHostMessage({ type: 'select', id: null }));
    assert.ok(isHostMessage({ type: 'timeline', model: timeline }));
    assert.ok(isHostMessage({ type: 'timeline', model: { ...timeline, instead: 'x', chart: null } }));
    assert.ok(isHostMessage({ type: 'tab', tab: 'timeline' }));
    const words = { words: 'x', isPossible: true };
    assert.ok(isHostMessage({ type: 'considered', id: '1.2', dependsOn: '1.1', ...words }));
    assert.ok(isHostMessage({ type: 'done', words: 'x', isProblem: false, canTakeBack: true }));
    const pair = { id: '1.2', dependsOn: '1.1' };
    const messages: readonly PageMessage[] = [
      { type: 'ready', arrangement },
      { type: 'arrange', arrangement },
      { type: 'open', id: '1.1' },
      { type: 'openIn', planUri: 'file:///p', id: null },
      { type: 'select', id: '1.1', planUri: null },
      { type: 'consider', ...pair },
      { type: 'add', ...pair },
      { type: 'remove', dependencies: [pair] },
      { type: 'chooseRemoval', id: '1.1' },
      { type: 'takeBack' },
      { type: 'timeline', executors: 3 },
      { type: 'timeline', executors: null },
      { type: 'timelineClosed' },
    ];
    for (const message of messages) assert.ok(isPageMessage(message), message.type);
    assert.ok(
      isPageState({
        planUri: 'file:///p',
        view: { x: 1, y: 2, scale: 1 },
        arrangement,
        current: '1.1',
        minimap: true,
        tabs: null,
      }),
    );
  });

  it('are read where a graph comes as text, and refused where that is none', () => {
    const packed = { type: 'graph', model: JSON.stringify(model), layout: JSON.stringify(layout) };
    assert.deepEqual(hostMessageOf(packed), JSON.parse(JSON.stringify({ type: 'graph', model, layout })));
    assert.deepEqual(hostMessageOf({ type: 'notice', text: 'x' }), { type: 'notice', text: 'x' });
    for (const broken of [
      { ...packed, model: '{' },
      { ...packed, model: '{}' },
      { ...packed, layout: 'null,' },
    ]) {
      assert.equal(hostMessageOf(broken), undefined);
    }
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
      { type: 'ready' },
      { type: 'arrange', arrangement: { choices: [{ band: 'Level 0' }], redundant: true } },
      { type: 'consider', id: '1.1' },
      { type: 'add', id: '1.1', dependsOn: 2 },
      { type: 'remove', dependencies: [{ id: '1.1' }] },
      { type: 'considered', id: '1.1', dependsOn: '1.2', words: 'x' },
      { type: 'done', words: 'x' },
      { type: 'select' },
      { type: 'select', id: 7 },
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
    const kept = { current: null, arrangement, minimap: true, tabs: null };
    assert.equal(isPageState({ planUri: 'x', view: { x: 1 }, ...kept }), false);
    assert.equal(isPageState({ view: null, ...kept }), false);
    assert.equal(
      isPageState({ planUri: 'x', view: null, ...kept, tabs: { tab: 'timeline', executors: -1 } }),
      false,
    );
    assert.equal(isPageState({ planUri: 'x', view: null }), false);
  });
});
