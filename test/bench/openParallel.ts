import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import schema from '../../schemas/parallel.schema.json';
import { readJsonSource } from '../../src/engine/document/json/jsonSource';
import { parallelFacts } from '../../src/engine/document/parallel/parallelFile';
import type { ParallelFacts } from '../../src/engine/facts/parallelFacts';
import type { Finding } from '../../src/engine/rule/finding';
import { schemaFindings } from '../../src/engine/rule/schemaFindings';

const URI = 'file:///plans/parallel.json';

const service = getLanguageService({});
service.configure({ validate: true, schemas: [{ uri: 'parallel', fileMatch: ['*.json'], schema }] });

/** What the library finds in a text. */
export const validate = async (text: string): Promise<number> => {
  const document = TextDocument.create(URI, 'json', 1, text);
  return (await service.doValidation(document, service.parseJSONDocument(document))).length;
};

/** What the engine does with a parallel.json that is opened, before its rules are checked. */
export const openParallel = (
  text: string,
): { readonly facts: ParallelFacts; readonly findings: readonly Finding[] } => {
  const source = readJsonSource(text);
  return { facts: parallelFacts(source), findings: schemaFindings(URI, source) };
};
