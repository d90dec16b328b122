import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Snapshot } from '../engine/snapshot';
import { printable } from '../engine/words/printable';
import { rangeOf } from './positions';

/** An editor shows a few of them at a time and asks again with every letter. */
const MOST = 500;

/**
 * Achievements whose id and title hold the characters of `query` in this order, by plan and in document order;
 * an empty query fits all.
 */
export const workspaceSymbols = (snapshot: Snapshot, query: string): WorkspaceSymbol[] => {
  const wanted = [...query.toLowerCase().replace(/\s+/g, '')];
  const symbols: WorkspaceSymbol[] = [];
  for (const plan of snapshot.plans) {
    for (const { id, title, uri, idSpan } of plan.achievements) {
      const name = `${id} ${title}`;
      if (!holdsInOrder(name.toLowerCase(), wanted)) continue;
      const range = rangeOf(snapshot.linesOf(uri), idSpan);
      const location = { uri, range };
      symbols.push({ name: printable(name), kind: SymbolKind.Event, containerName: plan.name, location });
      if (symbols.length === MOST) return symbols;
    }
  }
  return symbols;
};

const holdsInOrder = (text: string, characters: readonly string[]): boolean => {
  let from = 0;
  return characters.every((character) => {
    const found = text.indexOf(character, from);
    from = found + character.length;
    return found !== -1;
  });
};
