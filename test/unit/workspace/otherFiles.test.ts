import { deepEqual } from 'node:assert/strict';
import { engineOver } from '../../support/engineOver';

const PLAN = `# PLAN: A

## Desirable Achievements

**Achievement 1.1**: One

- **Deliverables**: \`src/one.ts\` and \`src/two/\`
`;

const files = { '/w/A/PLAN_A.md': PLAN, '/w/A/execution/feedbacks/APPROVED_11.md': '', '/w/src/zero.ts': '' };

/** What the engine says is missing, now and after every step. */
const missing = async (start: Readonly<Record<string, string>>) => {
  const { engine, files: disk, settled } = await engineOver(start);
  const now = (): readonly string[] =>
    engine.snapshot.findings
      .filter(({ code }) => code === 'missing-deliverable')
      .map(({ message }) => message.replace(/^.* no (.*)\.$/, '$1'));
  const once = async (step: () => unknown): Promise<readonly string[]> => {
    await step();
    await settled();
    return now();
  };
  return { engine, disk, now, once };
};

describe('files that a PLAN names as deliverables', () => {
  it('are missing until they come, and again when they go', async () => {
    const { disk, now, once } = await missing(files);
    deepEqual(now(), ['src/one.ts', 'src/two/']);
    deepEqual(await once(() => disk.set('/w/src/one.ts', '')), ['src/two/']);
    deepEqual(await once(() => disk.delete('/w/src/one.ts')), ['src/one.ts', 'src/two/']);
    deepEqual(await once(() => disk.set('/w/src/one.ts', '')), ['src/two/']);
  });

  it('are there when they came before anybody asked', async () => {
    const { '/w/A/execution/feedbacks/APPROVED_11.md': approval, ...open } = files;
    const { disk, once } = await missing(open);
    deepEqual(await once(() => disk.set('/w/src/one.ts', '')), []);
    deepEqual(await once(() => disk.set('/w/A/execution/feedbacks/APPROVED_11.md', approval)), ['src/two/']);
  });

  it('go with their folder, and come back with it', async () => {
    const { engine, disk, once } = await missing({ ...files, '/w/src/one.ts': '', '/w/src/two/a.ts': '' });
    deepEqual(await once(() => disk.delete('/w/src/two')), ['src/two/']);
    deepEqual(await once(() => disk.delete('/w/src/one.ts')), ['src/one.ts', 'src/two/']);
    deepEqual(
      await once(async () => {
        disk.set('/w/src/two/a.ts', '');
        await engine.refresh();
      }),
      ['src/one.ts'],
    );
  });

  it('are as a refresh finds them where no watcher told', async () => {
    const { engine, disk, once } = await missing(files);
    (disk.texts as Map<string, string>).set('/w/src/one.ts', '');
    deepEqual(await once(() => engine.refresh()), ['src/two/']);
  });
});
