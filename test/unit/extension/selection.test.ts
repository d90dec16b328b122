import assert from 'node:assert/strict';
import { type Selected, Selection, type SelectionSource } from '../../../src/extension/selection';

const of = (id: string | undefined, file?: string): Selected => ({ planUri: 'file:///p', id, file });

describe('the selection that editors, tree and graphs share', () => {
  it('tells what was chosen and where, and nothing that is selected already', () => {
    const selection = new Selection((error) => assert.fail(String(error)));
    const told: [SelectionSource, string | undefined][] = [];
    selection.onDidChange(({ selected, from }) => void told.push([from, selected.id]));
    selection.select(of('1.1'), 'graph');
    selection.select(of('1.1'), 'tree');
    selection.select(of('1.1', 'file:///s'), 'editor');
    selection.select(of(undefined), 'editor');
    selection.select({ ...of(undefined), planUri: 'file:///q' }, 'tree');
    assert.deepEqual(told, [
      ['graph', '1.1'],
      ['editor', '1.1'],
      ['editor', undefined],
      ['tree', undefined],
    ]);
    assert.equal(selection.current?.planUri, 'file:///q');
  });

  it('does not go round between views that follow each other', () => {
    const selection = new Selection((error) => assert.fail(String(error)));
    const counts = { tree: 0, graph: 0 };
    for (const view of ['tree', 'graph'] as const) {
      selection.onDidChange(({ selected }) => {
        counts[view]++;
        selection.select(selected, view);
      });
    }
    selection.select(of('1.1'), 'editor');
    assert.deepEqual(counts, { tree: 1, graph: 1 });
  });
});
