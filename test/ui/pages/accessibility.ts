import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What axe finds wrong on the page as it is. */
export const accessibilityProblems = async ({
  page,
}: {
  readonly page: Page;
}): Promise<readonly string[]> => {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`),
    );
  });
};
