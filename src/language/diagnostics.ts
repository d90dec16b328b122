import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Finding } from '../engine/rule/finding';
import type { Snapshot } from '../engine/snapshot';
import { isSilenced } from '../engine/state/silenced';
import { rangeOf } from './positions';
import type { ConfiguredSeverity, Settings } from './server/settings';

export const diagnosticSource = 'Parallel Plans';

const severities: Readonly<Record<Exclude<ConfiguredSeverity, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The findings of one document as diagnostics; `rulesUrl` is the page that has a heading per code. */
export const diagnosticsOf = (
  snapshot: Snapshot,
  uri: string,
  settings: Settings,
  rulesUrl: string,
): Diagnostic[] => {
  const findings = settings.problems ? snapshot.findingsOf(uri) : [];
  if (findings.length === 0) return [];
  const plan = settings.finishedPlans ? undefined : snapshot.planOf(uri);
  return findings.flatMap((finding) => {
    if (isSilenced(plan, finding)) return [];
    const severity = settings.rules[finding.code] ?? finding.severity;
    return severity === 'off' ? [] : [toDiagnostic(snapshot, finding, severities[severity], rulesUrl)];
  });
};

const toDiagnostic = (
  snapshot: Snapshot,
  finding: Finding,
  severity: DiagnosticSeverity,
  rulesUrl: string,
): Diagnostic => {
  const diagnostic: Diagnostic = {
    range: rangeOf(snapshot.linesOf(finding.uri), finding.span),
    severity,
    code: finding.code,
    codeDescription: { href: `${rulesUrl}#${finding.code}` },
    source: diagnosticSource,
    message: finding.message,
  };
  if (finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(({ uri, span, message }) => ({
      location: { uri, range: rangeOf(snapshot.linesOf(uri), span) },
      message,
    }));
  }
  return diagnostic;
};
