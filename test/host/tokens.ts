import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { activated } from './support';

/** As much of `vscode-textmate` and `vscode-oniguruma`, which every editor ships, as a test needs. */
interface TextMate {
  readonly INITIAL: unknown;
  readonly parseRawGrammar: (text: string, path: string) => unknown;
  readonly Registry: new (options: object) => { loadGrammar(scope: string): Promise<Grammar> };
}
interface Oniguruma {
  readonly loadWASM: (data: ArrayBufferLike) => Promise<void>;
  readonly OnigScanner: new (patterns: readonly string[]) => unknown;
  readonly OnigString: new (text: string) => unknown;
}
interface Grammar {
  tokenizeLine(
    line: string,
    state: unknown,
  ): {
    readonly tokens: readonly { startIndex: number; endIndex: number; scopes: readonly string[] }[];
    readonly ruleStack: unknown;
  };
}
interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const MARKDOWN = 'text.html.markdown';

/** A part of a text that the extension's own grammars colour. */
export interface Token {
  readonly text: string;
  /** The innermost scope ending in `.plan`. */
  readonly scope: string;
}

/** Gives what the extension colours in Markdown, by the editor's own grammar and tokenizer; undefined without one. */
export const createTokenizer = async (): Promise<((text: string) => readonly Token[]) | undefined> => {
  const wasm = join(vscode.env.appRoot, 'node_modules/vscode-oniguruma/release/onig.wasm');
  if (!existsSync(wasm)) return undefined;
  const load = createRequire(join(vscode.env.appRoot, 'package.json'));
  const textMate: TextMate = load('vscode-textmate');
  const oniguruma: Oniguruma = load('vscode-oniguruma');
  await oniguruma.loadWASM(new Uint8Array(await readFile(wasm)).buffer);
  const paths = new Map<string, string>();
  const injections: string[] = [];
  for (const extension of [vscode.extensions.getExtension('vscode.markdown'), await activated()]) {
    const grammars: readonly Contribution[] = extension?.packageJSON.contributes.grammars ?? [];
    for (const { scopeName, path, injectTo } of grammars) {
      paths.set(scopeName, join(extension?.extensionPath ?? '', path));
      if (injectTo?.includes(MARKDOWN) && scopeName.startsWith('parallel-plans')) injections.push(scopeName);
    }
  }
  const registry = new textMate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: readonly string[]) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scope: string) => {
      const path = paths.get(scope);
      return path === undefined ? null : textMate.parseRawGrammar(await readFile(path, 'utf8'), path);
    },
    getInjections: (scope: string) => (scope === MARKDOWN ? injections : []),
  });
  const grammar = await registry.loadGrammar(MARKDOWN);
  return (text) => {
    let state = textMate.INITIAL;
    return text.split('\n').flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.flatMap(({ startIndex, endIndex, scopes }) => {
        const scope = scopes.findLast((each) => each.endsWith('.plan'));
        return scope === undefined ? [] : [{ text: line.slice(startIndex, endIndex), scope }];
      });
    });
  };
};
