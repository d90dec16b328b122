import assert from 'node:assert/strict';
import { outlineOf } from '../../../src/language/outline';
import { workspaceSymbols } from '../../../src/language/workspaceSymbols';
import { engineOver } from '../../support/engineOver';
import { parallelPath, parallelText, parallelUri, planPath, planText, planUri } from './workspace';

const twoPriorities = `# PLAN: X

## 🎯 Desirable Achievements

### Priority 1: First

**Achievement 1.1**: Lay the base

- **Effort**: 2 hours

**Achievement 1.2**: Build

### Priority 2: Second

**Achievement 2.1**: Check

## Notes
`;

describe('outline', () => {
  const outline = async (text: string) => {
    const { engine } = await engineOver({
      [planPath]: text,
      '/w/X/execution/feedbacks/APPROVED_11.md': '',
    });
    return outlineOf(engine.snapshot, planUri);
  };

  it('has priorities and below them achievements with their status', async () => {
    const names = (await outline(twoPriorities)).map(({ name, children = [] }) => [
      name,
      ...children.map((child) => `${child.name} (${child.detail})`),
    ]);
    assert.deepEqual(names, [
      ['Priority 1: First', '1.1 Lay the base (complete)', '1.2 Build (not started)'],
      ['Priority 2: Second', '2.1 Check (not started)'],
    ]);
  });

  it('covers what belongs to each entry and points to its name', async () => {
    const [first] = await outline(twoPriorities);
    assert.deepEqual([first?.range.start.line, first?.range.end.line], [4, 12]);
    const achievement = first?.children?.[0];
    assert.deepEqual(achievement?.range, {
      start: { line: 6, character: 0 },
      end: { line: 8, character: 21 },
    });
    assert.deepEqual(achievement?.selectionRange, {
      start: { line: 6, character: 14 },
      end: { line: 6, character: 17 },
    });
  });

  it('lists achievements without priorities by themselves', async () => {
    const flat = await outline('# PLAN: X\n\n## Achievements\n\n**Achievement 1.1**: Base\n');
    assert.deepEqual(
      flat.map(({ name }) => name),
      ['1.1 Base'],
    );
  });

  it('is empty for other documents', async () => {
    const { engine } = await engineOver({
      [planPath]: planText,
      [parallelPath]: parallelText({ '1.1': [] }),
    });
    assert.deepEqual(outlineOf(engine.snapshot, parallelUri), []);
    assert.deepEqual(outlineOf(engine.snapshot, 'file:///w/other.md'), []);
  });
});

describe('workspace symbols', () => {
  const found = async (query: string) => {
    const { engine } = await engineOver({
      [planPath]: twoPriorities,
      '/w/Y/PLAN_Y.md': '# PLAN: Y\n\n## Achievements\n\n**Achievement 1.1**: Another base\n',
    });
    return workspaceSymbols(engine.snapshot, query);
  };

  it('finds achievements of every plan by words of their titles, in any case', async () => {
    const symbols = await found('BASE');
    assert.deepEqual(
      symbols.map(({ name, containerName }) => `${containerName}: ${name}`),
      ['X: 1.1 Lay the base', 'Y: 1.1 Another base'],
    );
  });

  it('finds an id and says where it is', async () => {
    const [symbol, ...others] = await found('2.1');
    assert.deepEqual(others, []);
    assert.deepEqual(symbol?.location, {
      uri: planUri,
      range: { start: { line: 14, character: 14 }, end: { line: 14, character: 17 } },
    });
  });

  it('finds all for no query and nothing for another one', async () => {
    assert.equal((await found('')).length, 4);
    assert.deepEqual(await found('zebra'), []);
  });
});
