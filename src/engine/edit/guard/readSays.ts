import type { DocumentKind } from './asked';
import type { DocumentSays } from './documentSays';
import { parallelSays } from './parallelSays';
import { planSays } from './planSays';
import { prpSays } from './prpSays';
import { workSays } from './workSays';

const READERS: Readonly<Record<DocumentKind, (text: string) => DocumentSays>> = {
  plan: planSays,
  parallel: parallelSays,
  prp: prpSays,
  work: workSays,
};

/** Reads a document with the reader that its kind is read with everywhere else. */
export const readSays = (document: DocumentKind, text: string): DocumentSays => READERS[document](text);
