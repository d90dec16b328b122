import type { RangeJson } from '../../engine/model/rangeJson';
import type { Place, Position } from '../../engine/model/text';
import type { Finding, Severity } from '../../engine/rule/finding';
import { pathIn, type Workspace } from '../workspace/workspace';

export interface FindingJson {
  readonly code: string;
  /** A matter of style is `info` too: programs know these three. */
  readonly severity: Exclude<Severity, 'hint'>;
  readonly message: string;
  readonly path: string;
  readonly range: RangeJson;
  readonly related: readonly { readonly message: string; readonly path: string; readonly range: RangeJson }[];
  /** Titles of the quick fixes an editor offers. */
  readonly fixes: readonly string[];
}

const START: Position = { line: 0, character: 0 };

/** Where a place is; the start of the document when its text is not known. */
export const rangeOf = ({ linesOf }: Pick<Workspace, 'linesOf'>, { uri, span }: Place): RangeJson => {
  const lines = linesOf(uri);
  return { start: lines?.positionAt(span.start) ?? START, end: lines?.positionAt(span.end) ?? START };
};

/** A finding in the stable machine format. */
export const findingJson = (workspace: Workspace, finding: Finding): FindingJson => ({
  code: finding.code,
  severity: finding.severity === 'hint' ? 'info' : finding.severity,
  message: finding.message,
  path: pathIn(workspace, finding.uri),
  range: rangeOf(workspace, finding),
  related: finding.related.map((related) => ({
    message: related.message,
    path: pathIn(workspace, related.uri),
    range: rangeOf(workspace, related),
  })),
  fixes: finding.fixes.map(({ title }) => title),
});
