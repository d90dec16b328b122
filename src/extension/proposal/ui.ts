import type { Place } from '../../engine/model/text';
import type { Conflict, ProposedEdge } from '../../engine/propose/proposal';
import type { CreationUi } from '../creation/ui';

/** A proposal to go through, edge by edge. */
export interface Review {
  readonly title: string;
  readonly edges: readonly ProposedEdge[];
  readonly conflicts: readonly Conflict[];
  /** What is ticked at first. */
  readonly taken: ReadonlySet<ProposedEdge>;
  readonly canAskPriorities: boolean;
  readonly canAskModel: boolean;
}

/** What comes of it: the edges to write down, or another look with more to choose from; both with what is ticked. */
export interface ReviewAnswer {
  readonly next: 'write' | 'add-priorities' | 'ask-model';
  readonly ticked: readonly ProposedEdge[];
}

/** Asks a language model; may be stopped by the person. */
export type AskModel = (signal: AbortSignal) => Promise<string>;

/** Everything the proposing flow asks and says; the editor's dialogs, or a script in the tests. */
export interface ProposalUi extends Pick<CreationUi, 'progress'> {
  /** Undefined: the person turned away. */
  review(review: Review): Promise<ReviewAnswer | undefined>;
  /** Turning away means no. */
  confirm(question: string, details: string, write: string): Promise<'write' | 'preview' | 'no'>;
  /** Shows what the file would become beside what it is, and asks again. Turning away means no. */
  preview(question: string, uri: string, before: string | undefined, after: string): Promise<boolean>;
  /** Which of several models to ask. */
  chooseModel(names: readonly string[]): Promise<string | undefined>;
  /** Shows that a model is being asked; undefined when the person has stopped it. */
  asking(model: string, ask: AskModel): Promise<string | undefined>;
  inform(message: string): void;
  failed(message: string): void;
  open(uri: string): Promise<void>;
  /** Shows what speaks for an edge, beside the review. */
  show(place: Place): Promise<void>;
}
