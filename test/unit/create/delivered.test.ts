import assert from 'node:assert/strict';
import { engineOver, planOf } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const approved = (digits: string) => [`/w/X/execution/feedbacks/APPROVED_${digits}.md`, ''];

/** What a SUBPLAN for 2.1 says about its finished dependencies. */
const delivered = async (extra: Readonly<Record<string, string>>, files: readonly string[][]) => {
  const { engine } = await engineOver({
    '/w/X/PLAN_X.md': planOf('X', ['1.1', '1.2', '1.3', '2.1'], {
      '2.1': '- **Dependencies**: 1.1, 1.2, 1.3',
      ...extra,
    }),
    ...Object.fromEntries(files),
  });
  const batch = await engine.prepareCreation({
    plan: uriOf('/w/X/PLAN_X.md'),
    kind: 'subplan',
    selection: { by: 'achievements', ids: ['2.1'] },
  });
  assert.ok(batch.ok);
  return /What they deliver:\n\n([\s\S]*?)\n\nNothing else/.exec(batch.value.files[0]?.content ?? '')?.[1];
};

const subplan = (heading: string, ...below: readonly string[]) =>
  ['# SUBPLAN', '**Achievement**: 1.1', heading, ...below].join('\n\n');

describe('what finished dependencies delivered', () => {
  it('is their deliverables, and a link to the synthesis where it is written', async () => {
    const deliverables =
      '- **Deliverables**:\n  - [x] `src/read.ts` (new file)\n    - with a note\n  - docs\n  - c\n  - d\n  - e\n  - f';
    assert.equal(
      await delivered({ '1.1': deliverables, '1.2': '- **Deliverables**: `src/b.ts`' }, [
        approved('11'),
        ['/w/X/subplans/SUBPLAN_X_11.md', subplan('## Execution Results Synthesis', 'It reads.')],
      ]),
      '- 1.1 Title of 1.1: `src/read.ts` (new file), docs, c, d, e, 1 more; results in [SUBPLAN_X_11.md](SUBPLAN_X_11.md#execution-results-synthesis)',
    );
  });

  it('is only what is there', async () => {
    assert.equal(await delivered({ '1.1': '- **Deliverables**: `a.ts`' }, []), undefined);
    assert.equal(await delivered({}, [approved('11')]), undefined);
    const unwritten = subplan('## Execution Results Synthesis', '<!-- fill: later -->');
    assert.equal(
      await delivered({}, [approved('11'), ['/w/X/subplans/SUBPLAN_X_11.md', unwritten]]),
      undefined,
    );
    assert.equal(
      await delivered({}, [
        approved('11'),
        ['/w/X/subplans/SUBPLAN_X_11.md', subplan('## 📊 Synthesis', 'It reads.')],
        approved('12'),
      ]),
      '- 1.1 Title of 1.1: results in [SUBPLAN_X_11.md](SUBPLAN_X_11.md)',
    );
  });
});
