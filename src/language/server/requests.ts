import type { Connection, Position, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Engine } from '../../engine/engine';
import type { DocumentText } from '../../engine/mention/mentions';
import { actionsAt, resolvedAction } from '../action/actions';
import type { Refusals } from '../action/offer';
import { codeLensesOf } from '../codeLens';
import { completionsAt } from '../completion';
import { definitionAt } from '../definition';
import { documentLinksOf } from '../documentLinks';
import { foldingRangesOf } from '../folding';
import { formattingOf } from '../formatting';
import { hoverAt } from '../hover';
import { implementationAt } from '../implementation';
import { inlayHintsIn, resolveInlayHint } from '../inlayHints';
import { outlineOf } from '../outline';
import { referencesAt } from '../references';
import { renameAt, renameTargetAt } from '../rename';
import { workspaceSymbols } from '../workspaceSymbols';
import type { capabilitiesOf } from './capabilities';
import type { Settings } from './settings';

/** What requests are answered from. */
interface Answering {
  readonly engine: Engine;
  readonly documents: TextDocuments<TextDocument>;
  readonly settingsOf: (uri: string) => Promise<Settings>;
  /** What the client can do, once it said so. */
  readonly supports: () => ReturnType<typeof capabilitiesOf>;
  readonly refusals: Refusals;
  readonly icons: boolean;
  readonly canRun: () => boolean;
  readonly clientChecksJson: boolean;
}

/** What every request about a document has. */
interface OfDocument {
  readonly textDocument: { readonly uri: string };
  readonly position?: Position;
}

/** Every request of a client, and the feature that answers it. */
export const answerRequests = (connection: Connection, answering: Answering): void => {
  const { engine, documents, settingsOf, supports, refusals, icons, canRun, clientChecksJson } = answering;
  const actions = { engine, refusals, settingsOf };

  /** Answers for an open document, at the offset of the position where there is one; nothing for any other. */
  const onDocument =
    <P extends OfDocument, R>(answer: (document: DocumentText, offset: number, params: P) => R) =>
    (params: P): R | undefined => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return undefined;
      const offset = params.position ? document.offsetAt(params.position) : 0;
      return answer({ uri: document.uri, text: document.getText() }, offset, params);
    };

  connection.onCodeLens(async ({ textDocument: { uri } }) =>
    (await settingsOf(uri)).codeLens ? codeLensesOf(engine.snapshot, uri, icons, canRun()) : [],
  );
  connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
    const found = await actionsAt(actions, { uri, range, shown: context.diagnostics, only: context.only });
    return supports().actionResolve
      ? found
      : Promise.all(found.map((action) => resolvedAction(actions, action)));
  });
  connection.onCodeActionResolve((action) => resolvedAction(actions, action));
  connection.onDocumentFormatting(
    onDocument((document, _, { options }) => formattingOf(engine.snapshot, document, options)),
  );
  connection.onHover(onDocument((document, offset) => hoverAt(engine.snapshot, document, offset)));
  connection.languages.inlayHint.on(
    onDocument(async (document, _, { range }) =>
      (await settingsOf(document.uri)).inlayHints ? inlayHintsIn(engine.snapshot, document, range) : [],
    ),
  );
  connection.languages.inlayHint.resolve((hint) => resolveInlayHint(engine.snapshot, hint));
  connection.onFoldingRanges(onDocument((document) => foldingRangesOf(engine.snapshot, document)));
  connection.onDocumentSymbol(({ textDocument: { uri } }) => outlineOf(engine.snapshot, uri));
  connection.onWorkspaceSymbol(({ query }) => workspaceSymbols(engine.snapshot, query));
  connection.onDocumentLinks(onDocument((document) => documentLinksOf(engine.snapshot, document)));
  connection.onCompletion(
    onDocument((document, offset, { context }) =>
      completionsAt(engine.snapshot, {
        document,
        offset,
        client: { snippets: supports().snippets, completesJson: clientChecksJson },
        trigger: context?.triggerCharacter,
      }),
    ),
  );
  connection.onDefinition(onDocument((document, offset) => definitionAt(engine.snapshot, document, offset)));
  connection.onImplementation(
    onDocument((document, offset) => implementationAt(engine.snapshot, document, offset)),
  );
  connection.onReferences(
    onDocument((document, offset, { context }) =>
      referencesAt(engine, document, offset, context.includeDeclaration),
    ),
  );
  connection.onPrepareRename(
    onDocument((document, offset) => renameTargetAt(engine.snapshot, document, offset)),
  );
  connection.onRenameRequest(
    onDocument((document, offset, { newName }) =>
      renameAt(engine, document, offset, newName, supports().rename, (uri) => documents.get(uri)?.version),
    ),
  );
};
