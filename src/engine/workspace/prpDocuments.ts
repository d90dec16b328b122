import { groupBy } from '../../shared/groupBy';
import type { PlacedPrp } from '../join/joinBatches';
import { isTemplate } from '../join/prp/place';
import { span } from '../model/text';
import { nameOf, parentUri } from '../model/uri';
import type { Finding } from '../rule/finding';
import { prpDocumentRule } from '../rule/prp/prpDocumentRule';
import { frontMatterFindings } from './frontMatter';

/** What is to be said of files that are named like PRPs and are in no batch: once per folder, and what YAML cannot read. */
export const documentFindings = (documents: readonly PlacedPrp[]): readonly Finding[] => {
  const folders = groupBy(documents, ({ uri }) => parentUri(uri));
  return [
    ...documents.flatMap(frontMatterFindings),
    ...[...folders.values()].flatMap((files) => folderFinding([...files].sort(byUri)) ?? []),
  ];
};

const byUri = (one: PlacedPrp, other: PlacedPrp): number => (one.uri < other.uri ? -1 : 1);

const MOST_NAMED = 5;

/** At the first file, with the others beside it. */
const folderFinding = (files: readonly PlacedPrp[]): Finding | undefined => {
  const [first] = files;
  if (!first) return undefined;
  const reasons = files.map((file) => `${nameOf(file.uri)} ${reasonOf(file)}`);
  const named = [...reasons.slice(0, MOST_NAMED), ...(reasons.length > MOST_NAMED ? ['…'] : [])].join('; ');
  const message =
    files.length === 1
      ? `This file is named like a PRP but belongs to no batch. It is shown as a document: ${named}.`
      : `${files.length} files of this folder are named like PRPs but belong to no batch. They are shown as documents: ${named}.`;
  return {
    code: prpDocumentRule.code,
    severity: prpDocumentRule.severity,
    message,
    uri: first.uri,
    span: headOf(first),
    related: files.slice(1).map((file) => ({
      uri: file.uri,
      span: headOf(file),
      message: `${nameOf(file.uri)} ${reasonOf(file)}`,
    })),
    fixes: [],
  };
};

const headOf = ({ facts }: PlacedPrp) => {
  const { lines, idSpan } = facts;
  const line = lines.lineAt(idSpan.start);
  return idSpan.end > idSpan.start ? idSpan : span(lines.startOf(line), lines.startOf(line + 1));
};

const reasonOf = ({ facts, place }: PlacedPrp): string => {
  if (isTemplate(place)) return 'is a template';
  return facts.frontMatter ? 'has the name of another kind of document' : 'has no front matter';
};
