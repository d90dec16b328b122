import type { Finding, Severity } from '../../engine/rule/finding';
import { counted } from '../../shared/counted';
import { groupBy } from '../../shared/groupBy';
import { toJson } from '../../shared/toJson';
import { findingJson, rangeOf } from '../json/findingJson';
import { type Paint, painter, SEVERITY_COLORS } from '../terminal/style';
import type { Terminal } from '../terminal/terminal';
import {
  type AskedStates,
  inStates,
  noneAskedLine,
  silencedIn,
  silencedLine,
} from '../workspace/stateOption';
import { exitCodeOf, pathIn, type Workspace } from '../workspace/workspace';
import { askedFor, type FindingFilter, SEVERITIES } from './findingFilter';

export interface CheckOptions {
  readonly format: 'text' | 'json';
  readonly filter: FindingFilter;
  readonly states?: AskedStates;
}

/**
 * `check`: what the schema and the rules find, as far as it is asked for; the exit code is about that too. Hints of style
 * are counted only, in text, where nothing is said of what should be shown.
 */
export const check = (
  terminal: Terminal,
  all: Workspace,
  { format, filter: asked, states }: CheckOptions,
): number => {
  const isBrief = format === 'text' && asked.rules === undefined && asked.least === undefined;
  const filter: FindingFilter = isBrief ? { ...asked, least: 'info' } : asked;
  const workspace = inStates(all, states, false);
  const findings = askedFor(workspace, filter);
  const silenced = states ? [] : askedFor({ findings: silencedIn(workspace) }, filter);
  const text = () => [
    noneAskedLine(all, workspace, states) ?? checkText(workspace, findings, isBrief, painter(terminal)),
    ...silencedLine(workspace, silenced),
  ];
  terminal.out(
    format === 'json'
      ? toJson({ findings: findings.map((finding) => findingJson(workspace, finding)) })
      : text().join('\n'),
  );
  return exitCodeOf({ findings });
};

const checkText = (
  workspace: Workspace,
  findings: readonly Finding[],
  isBrief: boolean,
  paint: Paint,
): string =>
  [
    ...findings.flatMap((finding) => findingLines(workspace, finding, paint)),
    ...ruleLines(findings, paint),
    summary(workspace, findings, isBrief),
  ].join('\n');

/** `path:line:column severity message (code)`, one-based so that terminals make it a link. */
const findingLines = (workspace: Workspace, finding: Finding, paint: Paint): readonly string[] => {
  const severity = paint(SEVERITY_COLORS[finding.severity], finding.severity);
  return [
    `${paint('bold', at(workspace, finding))} ${severity} ${paint('plain', finding.message)} ${paint('dim', `(${finding.code})`)}`,
    ...finding.related.map((related) => paint('dim', `    ${at(workspace, related)} ${related.message}`)),
  ];
};

const at = (workspace: Workspace, place: Parameters<typeof rangeOf>[1]): string => {
  const { start } = rangeOf(workspace, place);
  return `${pathIn(workspace, place.uri)}:${start.line + 1}:${start.character + 1}`;
};

/** How often each rule was broken, the worst first; nothing where there is but one. */
const ruleLines = (findings: readonly Finding[], paint: Paint): readonly string[] => {
  const groups = [...groupBy(findings, ({ code, severity }) => `${severity} ${code}`).values()];
  if (findings.length < 2) return [];
  const width = Math.max(...groups.map(({ length }) => `${length}`.length));
  const rank = ([first]: readonly Finding[]): number => (first ? SEVERITIES.indexOf(first.severity) : 0);
  const lines = groups
    .sort((one, other) => rank(one) - rank(other) || other.length - one.length)
    .flatMap(([first, ...others]) => {
      if (!first) return [];
      const severity = paint(SEVERITY_COLORS[first.severity], first.severity.padEnd('warning'.length));
      return [`${`${others.length + 1}`.padStart(width + 2)} ${severity} ${first.code}`];
    });
  return ['', ...lines];
};

const NOUNS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'hint',
};

const summary = (
  { findings: all, plans }: Workspace,
  findings: readonly Finding[],
  isBrief: boolean,
): string => {
  const counts = SEVERITIES.map(
    (severity) => [findings.filter((each) => each.severity === severity).length, NOUNS[severity]] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, noun]) => counted(count, noun));
  const hidden = all.length - findings.length;
  const nothing = hidden > 0 && !isBrief ? 'No matching problems' : 'No problems';
  const shown = counts.join(', ') || nothing;
  const [what, how] = isBrief ? [counted(hidden, 'hint'), ' (--severity hint)'] : [`${hidden} more`, ''];
  const rest = hidden > 0 ? `; ${what} ${hidden === 1 ? 'is' : 'are'} not shown${how}` : '';
  return `${shown} in ${counted(plans.length, 'plan')}${rest}.`;
};
