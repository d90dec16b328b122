import { printable } from '../words/printable';
import type { LinkEnd, LinkKind, PlanLink } from './link';

const WORDS: Readonly<Record<LinkKind, string>> = {
  depends: 'depends on',
  blocks: 'blocks',
  related: 'is related to',
};

/** A line for each link: `OFFLINE-SYNC 2.1 depends on SEARCH-INDEX 1.2`. */
export const linkLines = (links: readonly PlanLink[]): readonly string[] =>
  links.map(({ kind, from, to }) => `${nameOf(from)} ${WORDS[kind]} ${nameOf(to)}`);

const nameOf = ({ plan, achievement }: LinkEnd): string =>
  printable(achievement === undefined ? plan.name : `${plan.name} ${achievement}`);
