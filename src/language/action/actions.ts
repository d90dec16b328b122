import type { CodeAction } from 'vscode-languageserver-types';
import type { ActionNeeds, ActionRequest, ActionSource } from './action';
import { fixAll } from './fixAll';
import { quickFixes } from './quickFix';
import { sorting } from './sort';

/** All code actions, in the order in which they are offered. */
const SOURCES: readonly ActionSource[] = [quickFixes, fixAll, sorting];

/** The kinds of all of them. */
export const actionKinds: readonly string[] = SOURCES.map(({ kind }) => kind);

/** {@link ActionSource.offered} of all sources. */
export const actionsAt = async (needs: ActionNeeds, request: ActionRequest): Promise<CodeAction[]> => {
  const wanted = SOURCES.filter(({ kind }) => isWanted(kind, request.only));
  return (await Promise.all(wanted.map((source) => source.offered(needs, request)))).flat();
};

/** {@link ActionSource.resolved} by the source of an action; any other action as it is. */
export const resolvedAction = async (needs: ActionNeeds, action: CodeAction): Promise<CodeAction> => {
  for (const source of SOURCES) {
    const resolved = source.resolved(needs, action);
    if (resolved) return resolved;
  }
  return action;
};

/** Whether a client that asks for the kinds `only`, or for any without, wants actions of this one. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  !only || only.some((each) => `${kind}.`.startsWith(`${each}.`));
