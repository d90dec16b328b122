import { expect, test } from './fixtures';

const prp = (id: string, dependencies: string): string =>
  `---\nprp_id: ${id}\nstatus: pending\ndependencies: [${dependencies}]\n---\n\n# Soil sensor\n`;
const FIRST = prp('PRP-1.1.1', '');
const SECOND = prp('PRP-1.1.2', '"PRP-1.1.1"');
/** Without its last bracket. */
const UNFINISHED =
  '{ "plan_name": "GARDEN", "achievements": [{ "achievement_id": "1.1", "dependencies": [] }]';

/** What a folder may hold, and nothing else, for the extension to be there without being asked for. */
const FOLDERS: readonly {
  readonly what: string;
  readonly files: Readonly<Record<string, string>>;
  /** What the icon of the Plans view says. */
  readonly says: RegExp;
}[] = [
  {
    what: 'PRPs in a folder of PRPs',
    files: { 'PRPs/PRP-1.1.1-sensor.md': FIRST, 'PRPs/PRP-1.1.2-pump.md': SECOND },
    says: /1 achievement ready/,
  },
  {
    what: 'PRPs somewhere below, spelled in another way',
    files: { 'work/open/prp_1.1.1_sensor.md': FIRST, 'work/open/prp_1.1.2_pump.md': SECOND },
    says: /1 achievement ready/,
  },
];

test.describe('opening a folder', () => {
  for (const { what, files, says } of FOLDERS) {
    test(`says what is ready in ${what}, before anything is clicked`, async ({ openAnother }) => {
      const workbench = await openAnother(files);
      await expect(workbench.activity('Plans')).toHaveAttribute('aria-label', says);
      await expect(workbench.statusBarItem('1 ready')).toBeVisible();
    });
  }

  test('says that a parallel.json of another name cannot be read where it is all there is', async ({
    openAnother,
  }) => {
    const workbench = await openAnother({ 'garden/PARALLEL-EXECUTION-ANALYSIS.json': UNFINISHED });
    await expect(await workbench.problems('PARALLEL-EXECUTION-ANALYSIS.json')).not.toHaveCount(0);
  });
});
