import type { Page } from '@playwright/test';
import axe from 'axe-core';
import { light, type Theme } from '../../support/themes';

/** The rules whose answer the colours of a theme decide. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong on the page as it is.
 * @param theme what the page is shown in: of another one than the light one, which has passed all rules, only colours
 * are tried
 */
export const accessibilityProblems = async (
  { page }: { readonly page: Page },
  theme: Theme = light,
): Promise<readonly string[]> => {
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async (rules) => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run(rules ? { runOnly: { type: 'rule', values: rules } } : {});
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html} ${any[0]?.message ?? ''}`),
      );
    },
    theme === light ? undefined : OF_COLOURS,
  );
};
