import type { Finding, Severity } from '../engine/rule/finding';
import { counted } from '../shared/counted';
import { findingJson, rangeOf } from './findingJson';
import { toJson } from './plain';
import { type Paint, painter, SEVERITY_COLORS } from './style';
import type { Terminal } from './terminal';
import { exitCodeOf, pathIn, type Workspace } from './workspace';

/** `check`: everything the schema and the rules find. */
export const check = (terminal: Terminal, workspace: Workspace, format: 'text' | 'json'): number => {
  terminal.out(
    format === 'json'
      ? toJson({ findings: workspace.findings.map((finding) => findingJson(workspace, finding)) })
      : checkText(workspace, painter(terminal)),
  );
  return exitCodeOf(workspace);
};

const checkText = (workspace: Workspace, paint: Paint): string =>
  [
    ...workspace.findings.flatMap((finding) => findingLines(workspace, finding, paint)),
    summary(workspace),
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

const SEVERITIES: readonly (readonly [Severity, noun: string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'hint'],
];

const summary = ({ findings, plans }: Workspace): string => {
  const counts = SEVERITIES.map(
    ([severity, noun]) => [findings.filter((each) => each.severity === severity).length, noun] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, noun]) => counted(count, noun));
  return `${counts.join(', ') || 'No problems'} in ${counted(plans.length, 'plan')}.`;
};
