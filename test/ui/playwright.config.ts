import { defineConfig } from '@playwright/test';
import type { ProjectOptions } from './workbench/fixtures';

/** What scripts/ui.mjs tells this suite; it cannot run without. */
const given = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run this suite with npm run test:ui`);
  return value;
};

/**
 * Limits are for a machine that has much else to do: they end what will never come, and measure nothing. No test is tried
 * again. Pages are drawn two at a time; the workbench is one, and a machine of two cores is busy with it.
 */
export default defineConfig<object, ProjectOptions>({
  outputDir: '../../out/ui',
  workers: 2,
  retries: 0,
  reportSlowTests: null,
  timeout: 900_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['json', { outputFile: given('UI_REPORT') }]],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1400, height: 900 },
    launchOptions: JSON.parse(given('UI_LAUNCH')),
    actionTimeout: 60_000,
    navigationTimeout: 120_000,
    screenshot: 'only-on-failure',
    // what was done, one step after the other; `--trace on` keeps what the page held at each of them too, which takes a
    // sixth of the time of all tests
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: true },
  },
  projects: [
    { name: 'pages', testDir: 'pages', testMatch: '*.test.ts', workers: 2 },
    { name: 'workbench', testDir: 'workbench', testMatch: '*.test.ts', workers: 1 },
    {
      name: 'restricted',
      testDir: 'restricted',
      testMatch: '*.test.ts',
      workers: 1,
      use: { port: 'UI_RESTRICTED_PORT' },
    },
    {
      name: 'web',
      testDir: 'web',
      testMatch: '*.test.ts',
      workers: 1,
      use: {
        workspaceFile: {
          folders: [{ path: 'examples' }, { uri: 'memory:/kitchen', name: 'kitchen' }],
          settings: {
            'remote.extensionKind': { 'parallel-plans.parallel-plans': ['web'] },
            // the settings of the person are those of the tests beside, which try themes
            'workbench.colorTheme': 'Light Modern',
          },
        },
      },
    },
  ],
});
