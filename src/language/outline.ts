import { type DocumentSymbol, SymbolKind } from 'vscode-languageserver-types';
import type { AchievementFacts, PlanFacts } from '../engine/facts/planFacts';
import type { AnalysedPlan } from '../engine/model/analysis';
import type { LineIndex, Span } from '../engine/model/text';
import type { Snapshot } from '../engine/snapshot';
import { printable } from '../engine/words/printable';
import { statusWords } from '../engine/words/status';
import { rangeOf } from './positions';

/** The outline of a PLAN file: priorities and below them their achievements. Nothing for other documents. */
export const outlineOf = (snapshot: Snapshot, uri: string): DocumentSymbol[] => {
  const plan = snapshot.planOf(uri);
  const lines = snapshot.linesOf(uri);
  if (!plan?.facts || plan.uri !== uri || !lines) return [];
  const priorities = prioritiesOf(plan.facts, lines);
  const symbols = priorities.map(({ symbol }) => symbol);
  for (const facts of plan.facts.achievements) {
    const symbol = achievementSymbol(plan, facts, lines);
    const around = priorities.findLast(({ span }) => isWithin(facts.body, span));
    if (around) around.children.push(symbol);
    else symbols.push(symbol);
  }
  return symbols;
};

interface PriorityEntry {
  readonly span: Span;
  readonly symbol: DocumentSymbol;
  readonly children: DocumentSymbol[];
}

const prioritiesOf = ({ priorities, sections }: PlanFacts, lines: LineIndex): readonly PriorityEntry[] => {
  const sectionAt = new Map(sections.map((section) => [section.heading.start, section]));
  return priorities.map(({ number, title, span }) => {
    const section = sectionAt.get(span.start);
    const children: DocumentSymbol[] = [];
    const symbol: DocumentSymbol = {
      name: printable(`Priority ${number}: ${title}`).replace(/:\s*$/, ''),
      kind: SymbolKind.Namespace,
      range: rangeOf(lines, section?.span ?? span),
      selectionRange: rangeOf(lines, section?.heading ?? span),
      children,
    };
    return { span: section?.span ?? span, symbol, children };
  });
};

const achievementSymbol = (
  { byId }: AnalysedPlan,
  { id, title, body, idSpan }: AchievementFacts,
  lines: LineIndex,
): DocumentSymbol => {
  const status = byId.get(id)?.status;
  return {
    name: printable(`${id} ${title}`),
    detail: status === undefined ? '' : statusWords(status),
    kind: SymbolKind.Event,
    range: rangeOf(lines, body),
    selectionRange: rangeOf(lines, idSpan),
  };
};

const isWithin = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
