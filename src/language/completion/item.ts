import {
  type CompletionItem,
  type CompletionItemKind,
  InsertTextFormat,
  InsertTextMode,
} from 'vscode-languageserver-types';
import type { DocumentText } from '../../engine/mention/mentions';
import { type LineIndex, type Span, span } from '../../engine/model/text';
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
export interface CompletionRequest {
  readonly document: DocumentText;
  readonly offset: number;
  readonly client: CompletionClient;
  /** The character just typed that asked for completion; undefined when a person or a word did. */
  readonly trigger: string | undefined;
}

/** A request with the line starts of its document. */
export interface Completing extends CompletionRequest {
  readonly lines: LineIndex;
}

/** Whether ids and words are asked for: marks and quotes ask for other things in Markdown. */
export const asksForWords = ({ trigger }: CompletionRequest): boolean =>
  trigger === undefined || trigger === ' ' || trigger === '.';

/** Where offers go. */
export interface Insertion {
  /** The part of the caret's line that is replaced. */
  readonly replaced: Span;
  /** Written around whatever is inserted. */
  readonly before?: string;
  readonly behind?: string;
  /** Written elsewhere in the document. */
  readonly also?: { readonly at: number; readonly text: string } | undefined;
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
}

/** Turns offers for one place into the protocol's items. */
export const itemsFor = (
  { lines, client }: Completing,
  { replaced, before = '', behind = '', also }: Insertion,
  offers: readonly Offer[],
): CompletionItem[] => {
  const range = rangeOf(lines, replaced);
  const additionalTextEdits = also && [{ range: rangeOf(lines, span(also.at, also.at)), newText: also.text }];
  return offers.map((offer) => {
    const plain = plainOf(offer.snippet);
    const isSnippet = client.snippets && plain !== offer.snippet;
    const { label, detail, kind, filter = label, sort: sortText, documentation } = offer;
    const newText = `${before}${isSnippet ? offer.snippet : plain}${behind}`;
    const item: CompletionItem = { label, kind, sortText, filterText: filter, textEdit: { range, newText } };
    if (detail !== undefined) {
      item.detail = detail;
      item.labelDetails = { description: detail };
    }
    if (documentation !== undefined) item.documentation = documentation;
    if (isSnippet) item.insertTextFormat = InsertTextFormat.Snippet;
    if (plain.includes('\n')) {
      item.insertTextMode = InsertTextMode.adjustIndentation;
      item.documentation = plain.trim();
    }
    if (additionalTextEdits) item.additionalTextEdits = additionalTextEdits;
    return item;
  });
};

/** Sorts as text what is in order by number; below other groups of a lower one. */
export const sortKey = (group: number, order: number): string => `${group}${String(order).padStart(7, '0')}`;
