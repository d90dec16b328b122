import assert from 'node:assert/strict';
import { foldingRangesOf } from '../../../src/language/folding';
import { engineOver } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';
import { parallelPath, parallelText, parallelUri, planPath, planUri } from './workspace';

const plan = `# PLAN: X

## Achievements

### Priority 1: First

**Achievement 1.1**: Lay the base

- **Effort**: 2 hours

\`\`\`md
## No heading
\`\`\`

**Achievement 1.2**: Only a line

---

### Achievement 1.3: Below a heading

- **Goal**: Roof


## Notes

Nothing.
`;

/** The first and the last line of what folds. */
const folds = async (text: string): Promise<readonly (readonly [string, string])[]> => {
  const { engine } = await engineOver({ [planPath]: text });
  const lines = text.split(/\r?\n/);
  return foldingRangesOf(engine.snapshot, { uri: planUri, text }).map(({ startLine, endLine }) => [
    lines[startLine] ?? '',
    lines[endLine] ?? '',
  ]);
};

describe('folding', () => {
  for (const newline of ['\n', '\r\n']) {
    it(`covers sections and achievements of a PLAN with ${JSON.stringify(newline)}`, async () => {
      assert.deepEqual(await folds(plan.replace(/\n/g, newline)), [
        ['# PLAN: X', 'Nothing.'],
        ['## Achievements', '- **Goal**: Roof'],
        ['### Priority 1: First', '---'],
        ['### Achievement 1.3: Below a heading', '- **Goal**: Roof'],
        ['## Notes', 'Nothing.'],
        ['**Achievement 1.1**: Lay the base', '```'],
      ]);
    });
  }

  it('leaves an achievement of one line alone', async () => {
    assert.deepEqual(await folds('# PLAN: X\n## Achievements\n**Achievement 1.1**: Base\n'), [
      ['# PLAN: X', '**Achievement 1.1**: Base'],
      ['## Achievements', '**Achievement 1.1**: Base'],
    ]);
  });

  it('leaves other documents to the client', async () => {
    const parallel = parallelText({ '1.1': [] });
    const prp = '---\nprp_id: 47.1.1\nfeature_name: Base\n---\n# Base\n\nText.\n';
    const subplan = '# SUBPLAN\n\n**Achievement**: 1.1\n';
    const { engine } = await engineOver({
      [planPath]: plan,
      [parallelPath]: parallel,
      '/w/X/subplans/SUBPLAN_X_11.md': subplan,
      '/w/prp/PRP-47.1.1-base.md': prp,
    });
    const count = (uri: string, text: string): number =>
      foldingRangesOf(engine.snapshot, { uri, text }).length;
    assert.equal(count(parallelUri, parallel), 0);
    assert.equal(count(uriOf('/w/X/subplans/SUBPLAN_X_11.md'), subplan), 0);
    assert.equal(count(uriOf('/w/prp/PRP-47.1.1-base.md'), prp), 0);
    assert.equal(count(uriOf('/w/other.md'), '# Other\n\nText.\n'), 0);
  });
});
