import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionItem, InsertTextFormat, TextEdit } from 'vscode-languageserver-types';
import { completionsAt } from '../../../src/language/completion';
import { engineOver } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';
import { cursorIn } from './workspace';

/** What a client offers itself, and what it typed last; a client that knows snippets and no JSON by default. */
export interface Asking {
  readonly snippets?: boolean;
  readonly completesJson?: boolean;
  readonly trigger?: string;
}

export interface Completed {
  readonly items: readonly CompletionItem[];
  /** Labels as an editor lists them; `!` marks those that say they close a cycle. */
  readonly labels: readonly string[];
  /** The text once the item with this label was taken and every place was left as it is. */
  readonly taken: (label: string) => string;
  readonly item: (label: string) => CompletionItem;
}

/** Completes at the `|` in a file of a workspace. */
export const completeIn = async (
  files: Readonly<Record<string, string>>,
  path: string,
  marked: string,
  { snippets = true, completesJson = false, trigger }: Asking = {},
): Promise<Completed> => {
  const { text, offset } = cursorIn(marked);
  const { engine } = await engineOver({ ...files, [path]: text });
  const uri = uriOf(path);
  const items = completionsAt(engine.snapshot, {
    document: { uri, text },
    offset,
    client: { snippets, completesJson },
    trigger,
  });
  const item = (label: string): CompletionItem => {
    const found = items.find((each) => each.label === label);
    assert.ok(found, `${label} is not among ${items.map((each) => each.label).join(', ')}`);
    return found;
  };
  return {
    items,
    labels: [...items]
      .sort((one, other) => ((one.sortText ?? '') < (other.sortText ?? '') ? -1 : 1))
      .map(({ label, detail }) => (detail?.includes('closes a cycle') ? `${label}!` : label)),
    item,
    taken: (label) => applied(text, offset, item(label)),
  };
};

const applied = (text: string, offset: number, item: CompletionItem): string => {
  const document = TextDocument.create('file:///d', 'x', 1, text);
  const { textEdit, additionalTextEdits = [] } = item;
  assert.ok(TextEdit.is(textEdit));
  const { start, end } = textEdit.range;
  assert.equal(start.line, end.line, 'more than a line is replaced');
  assert.ok(document.offsetAt(start) <= offset && offset <= document.offsetAt(end), 'not at the caret');
  const content =
    item.insertTextFormat === InsertTextFormat.Snippet ? expanded(textEdit.newText) : textEdit.newText;
  const indent = /^[ \t]*/.exec(text.split('\n')[start.line] ?? '')?.[0] ?? '';
  const newText = content.replace(/\n(?=[^\n])/g, `\n${indent}`).replace(/\n$/, `\n${indent}`);
  return TextDocument.applyEdits(document, [...additionalTextEdits, { ...textEdit, newText }]);
};

/** A snippet as it stands there before anybody fills it in. */
const expanded = (snippet: string): string => {
  let result = '';
  for (let at = 0; at < snippet.length; at++) {
    const rest = snippet.slice(at);
    const empty = /^\$\d+/.exec(rest);
    const place =
      /^\$\{\d+:((?:\\.|[^\\}])*)\}/.exec(rest) ?? /^\$\{\d+\|((?:\\.|[^\\,|])*)[^}]*\}/.exec(rest);
    if (rest.startsWith('\\')) result += snippet.charAt(++at);
    else if (place ?? empty) {
      result += (place?.[1] ?? '').replace(/\\(.)/g, '$1');
      at += (place ?? empty ?? [''])[0].length - 1;
    } else result += rest.charAt(0);
  }
  return result;
};
