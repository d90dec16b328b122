import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
  type TextEdit,
} from 'vscode-languageserver-types';
import type { DocumentText } from '../../engine/mention/mentions';
import { LineIndex, type Span, span } from '../../engine/model/text';
import { rangeOf } from '../positions';
import { plainOf } from './snippet';

/** What a client can do, as far as completion depends on it. */
export interface CompletionClient {
  /** Understands snippets; it gets plain text otherwise. */
  readonly snippets: boolean;
  /** Offers what the schema of parallel.json says itself: keys, values and snippets. */
  readonly completesJson: boolean;
}

/** A request to complete at an offset. */
export interface Completing {
  readonly document: DocumentText;
  readonly offset: number;
  readonly client: CompletionClient;
  /** The character just typed that asked for completion; undefined when a person or a word did. */
  readonly trigger: string | undefined;
}

/** One thing to offer. */
export interface Offer {
  readonly label: string;
  /** Shown beside the label: what it is. */
  readonly detail: string | undefined;
  readonly kind: CompletionItemKind;
  readonly documentation?: string | undefined;
  /** In the snippet syntax of the protocol. */
  readonly snippet: string;
  /** What the typed text is compared with; the label where it is left out. */
  readonly filter?: string;
  readonly sort: string;
  /** Written before what is inserted, elsewhere in the document. */
  readonly also?: { readonly at: number; readonly text: string } | undefined;
}

/** Turns offers for one place, all of which replace the same part of a line, into the protocol's items. */
export const itemsFor = (
  { document: { text }, client }: Completing,
  replaced: Span,
  offers: readonly Offer[],
): CompletionItem[] => {
  if (offers.length === 0) return [];
  const lines = new LineIndex(text);
  const range = rangeOf(lines, replaced);
  return offers.map((offer) => {
    const plain = plainOf(offer.snippet);
    const isSnippet = client.snippets && plain !== offer.snippet;
    return {
      label: offer.label,
      ...(offer.detail === undefined
        ? {}
        : { detail: offer.detail, labelDetails: { description: offer.detail } }),
      kind: offer.kind,
      ...(offer.documentation === undefined ? {} : { documentation: offer.documentation }),
      sortText: offer.sort,
      filterText: offer.filter ?? offer.label,
      textEdit: { range, newText: isSnippet ? offer.snippet : plain },
      ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
      ...(plain.includes('\n') ? { insertTextMode: InsertTextMode.adjustIndentation } : {}),
      ...(offer.also ? { additionalTextEdits: [insertion(lines, offer.also)] } : {}),
    };
  });
};

const insertion = (lines: LineIndex, { at, text }: NonNullable<Offer['also']>): TextEdit => ({
  range: rangeOf(lines, span(at, at)),
  newText: text,
});

/** Sorts as text what is in order by number; below other groups of a lower one. */
export const sortKey = (group: number, order: number): string => `${group}${String(order).padStart(7, '0')}`;
