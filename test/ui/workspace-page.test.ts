import assert from 'node:assert/strict';
import type { Browser } from 'playwright-core';
import { workspaceModelOf } from '../../src/extension/graph/workspaceModel';
import { light, type Theme, themes } from '../support/themes';
import { several } from '../support/workspacePlans';
import { GraphPage, openBrowser } from './graphPage';

describe('the graph page of all plans', () => {
  let browser: Browser;
  let graph: GraphPage;

  before(async () => {
    browser = await openBrowser();
  });
  after(async () => browser?.close());
  afterEach(async () => {
    const { violations } = await graph.records();
    assert.deepEqual(violations, [], 'content security policy');
    assert.deepEqual(graph.errors, [], 'errors in the console');
    await graph.close();
  });

  const open = async (theme: Theme = light): Promise<void> => {
    graph = await GraphPage.open(browser, theme);
    await graph.showModel(workspaceModelOf(several()));
  };

  for (const theme of themes) {
    it(`shows in ${theme.name}`, async () => {
      await open(theme);
      await graph.screenshot(`workspace ${theme.name}`);
      await graph.page.keyboard.press('Tab');
      await graph.tabIntoGraph();
      await graph.page.keyboard.press('0');
      await graph.page.waitForTimeout(100);
      await graph.screenshot(`workspace fit ${theme.name}`);
      await graph.page.keyboard.press('=');
      await graph.page.keyboard.press('=');
      await graph.page.mouse.move(600, 500);
      await graph.page.mouse.down();
      await graph.page.mouse.move(300, 350, { steps: 4 });
      await graph.page.mouse.up();
      await graph.page.waitForTimeout(100);
      await graph.screenshot(`workspace moved ${theme.name}`);
    });
  }
});
