import { test as base, expect } from '@playwright/test';
import { GraphPage } from './graphPage';
import { TimelinePage } from './timelinePage';

export { expect };

interface Fixtures {
  readonly graph: GraphPage;
  readonly timeline: TimelinePage;
  readonly dashboard: GraphPage;
}

/** Tests of the graph page by itself; a test whose page broke its content security policy or wrote an error fails. */
export const test = base.extend<Fixtures>({
  graph: async ({ context }, use) => {
    const graph = new GraphPage(context);
    await use(graph);
    expect(await graph.failures(), 'errors in the console, and what the security policy forbade').toEqual([]);
  },
  dashboard: async ({ context }, use) => {
    const page = new GraphPage(context, { script: 'dashboard.js', styles: ['graph.css', 'dashboard.css'] });
    await use(page);
    expect(await page.failures(), 'errors in the console, and what the security policy forbade').toEqual([]);
  },
  timeline: async ({ graph }, use) => use(new TimelinePage(graph)),
});
