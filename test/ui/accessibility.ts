import axe from 'axe-core';
import type { GraphPage } from './graphPage';

/** What axe finds wrong on the page as it is. */
export const accessibilityProblems = async ({ page }: GraphPage): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`),
    );
  });
};
