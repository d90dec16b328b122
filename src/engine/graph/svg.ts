import type { AnalysedPlan } from '../model/analysis';
import { countReady } from '../model/readiness';
import { coverageWords } from '../words/coverage';
import { printable } from '../words/printable';
import { groupsOf } from './groups';
import { wordsIn } from './nodeWords';

/** Comments, and the names of clusters, which a reader would show as tooltips. */
const NOISE = /<!--[^<>]*-->\n?|<title>cluster_\d+<\/title>\n?/g;

/**
 * Makes a picture that stands alone of the SVG graphviz drew from `toDot(plan)`: without the reference to a DTD and
 * comments, with a title and a description that tell a screen reader what the picture shows.
 */
export const accessibleSvg = (plan: AnalysedPlan, drawn: string): string => {
  const start = drawn.indexOf('<svg');
  const end = drawn.indexOf('>', start) + 1;
  const root = drawn
    .slice(start, end - 1)
    .replace(/\sxmlns:xlink="[^"]*"/, '')
    .replace(/\s+/g, ' ')
    .trim();
  const rest = drawn.slice(end).replace(NOISE, '').trim();
  const title = `<title id="plan-title">${escapeXml(`Dependencies of ${plan.name}`)}</title>`;
  const description = `<desc id="plan-description">${escapeXml(described(plan))}</desc>`;
  return `${root} role="img" aria-labelledby="plan-title" aria-describedby="plan-description">\n${title}\n${description}\n${rest}\n`;
};

const described = (plan: AnalysedPlan): string => {
  const { complete, total } = plan.progress;
  const words = wordsIn(plan);
  const groups = groupsOf(plan).map(({ title, achievements }) => {
    const each = achievements.map((achievement) => {
      const needs = achievement.dependencies.map(({ id }) => id).join(', ');
      const after = needs === '' ? '' : `, after ${needs}`;
      return `${achievement.id} ${achievement.title} (${words(achievement).join(', ')}${after})`;
    });
    return `${title}: ${each.join('; ')}.`;
  });
  const ready = coverageWords(plan) ?? `${countReady(plan)} ready`;
  return [`${complete} of ${total} complete, ${ready}.`, ...groups].join(' ');
};

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (text: string): string =>
  printable(text).replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
