import { fingerprint } from '../../../shared/fingerprint';
import type { FrontMatterPlace, PrpFacts, PrpKey, Said, WrittenId } from '../../facts/prpFacts';
import type { AchievementId } from '../../model/ids';
import { LineIndex, type Span, span } from '../../model/text';
import { readEffort, readSpent } from '../estimate/effort';
import { frontMatterAt } from '../markdown/block/frontMatter';
import { plainHeading } from '../markdown/heading';
import { readDependencies } from './dependencies';
import { readFiles } from './files';
import { misspelt } from './keys';
import { readPhases } from './phases';
import { partsOf, prpIdFrom, readPrpName, samePrp } from './prpName';
import { FrontMatter, type Scalar } from './yaml';

export type { PrpList } from '../../facts/prpFacts';

/** Reads a file that is named like a PRP; the name gives the id where the front matter has none. Never throws. */
export const readPrp = (fileName: string, text: string): PrpFacts => {
  const name = readPrpName(fileName);
  const place = frontMatterAt(text);
  const yaml = place && new FrontMatter(text, place);
  const { title, ...front } = yaml ? readFront(text, yaml) : NO_FRONT;
  const { writtenId } = front;
  const used = writtenId?.id !== undefined && !givesWay(writtenId, name?.id) ? writtenId : undefined;
  const id = used?.id ?? name?.id ?? fileName.replace(/\.md$/i, '');
  const kind = name?.kind ?? 'prp';
  return {
    kind: kind === 'prp' && !yaml ? 'document' : kind,
    id,
    idSpan: used?.span ?? span(0, firstLineLength(text)),
    fileId: name?.id,
    title: title ?? titleIn(text, place) ?? id,
    frontMatter: place,
    ...front,
    phases: kind === 'batch-plan' ? readPhases(text) : [],
    lines: new LineIndex(text),
    fingerprint: fingerprint(text),
  };
};

/** What the front matter says. */
type Front = Pick<
  PrpFacts,
  | 'writtenId'
  | 'dependencies'
  | 'dependencyList'
  | 'otherDependencies'
  | 'blocks'
  | 'claimedStatus'
  | 'batch'
  | 'stage'
  | 'files'
  | 'commits'
  | 'misspeltKeys'
  | 'effort'
  | 'actual'
  | 'problems'
> & { readonly title: string | undefined };

const NO_FRONT: Front = {
  title: undefined,
  writtenId: undefined,
  dependencies: [],
  dependencyList: undefined,
  otherDependencies: [],
  blocks: [],
  claimedStatus: undefined,
  batch: undefined,
  stage: undefined,
  files: [],
  commits: [],
  misspeltKeys: [],
  effort: undefined,
  actual: undefined,
  problems: [],
};

const readFront = (text: string, yaml: FrontMatter): Front => ({
  title: yaml.scalar('title')?.text,
  writtenId: writtenIdOf(yaml),
  ...dependenciesOf(text, yaml),
  claimedStatus: yaml.scalar('status')?.text,
  batch: batchIn(yaml),
  stage: stageIn(yaml),
  files: readFiles(text, yaml),
  commits: commitsIn(yaml),
  misspeltKeys: misspeltIn(yaml),
  ...hoursIn(yaml),
  problems: yaml.problems,
});

/** The first heading above or below the front matter. */
const titleIn = (text: string, place: FrontMatterPlace | undefined): string | undefined =>
  headingIn(text.slice(0, place?.opening.start ?? 0)) ?? headingIn(text.slice(place?.end ?? 0));

const headingIn = (text: string): string | undefined => {
  const heading = /^#[ \t]+(\S.*)$/m.exec(text)?.[1];
  return heading === undefined ? undefined : plainHeading(heading.trim());
};

const firstLineLength = (text: string): number => {
  const end = text.search(/\r?\n/);
  return end === -1 ? text.length : end;
};

const writtenIdOf = (yaml: FrontMatter): WrittenId | undefined => {
  const found = yaml.scalar('id');
  return found && { key: found.key, text: found.text, span: found.span, id: prpIdFrom(found.text) };
};

/** A ticket number, or less than the name of the file says: the file is sure of more. */
const givesWay = ({ id }: WrittenId, fileId: AchievementId | undefined): boolean =>
  id !== undefined &&
  fileId !== undefined &&
  samePrp(id) !== samePrp(fileId) &&
  partsOf(id) < partsOf(fileId);

const dependenciesOf = (
  text: string,
  yaml: FrontMatter,
): Pick<PrpFacts, 'dependencies' | 'dependencyList' | 'otherDependencies' | 'blocks'> => {
  const { said, blocks, list } = readDependencies(text, yaml);
  return {
    dependencies: said.filter(isReference),
    dependencyList: list,
    otherDependencies: said.filter((each) => each.kind !== 'id'),
    blocks,
  };
};

type IdSaid = Extract<Said, { kind: 'id' }> & { readonly item: Span };
const isReference = (said: Said & { readonly item: Span }): said is IdSaid => said.kind === 'id';

const NO_BATCH = /^(?:tbd|tbc|none|null|n\/a|-+|~)$/i;

const batchIn = (yaml: FrontMatter): PrpFacts['batch'] => {
  const found = yaml.scalar('batch');
  const name = found?.text.trim().replace(/^(?:batch|prp)[-_ ]?(?=.)/i, '');
  return found && name && !NO_BATCH.test(name) ? { name: `PRP-${name}`, span: found.span } : undefined;
};

/** `2`, `stage-2-parallel`. */
const stageIn = (yaml: FrontMatter): PrpFacts['stage'] => {
  const found = yaml.scalar('stage');
  const number = /^(?:stage)?[-_ ]*(\d{1,4})(?![\d.])/i.exec(found?.text.trim() ?? '')?.[1];
  return found && number !== undefined ? { number: Number(number), span: found.span } : undefined;
};

/** A hash, alone or in the address of a commit. */
const HASH = /(?<![\w.-])([0-9a-f]{7,40})(?![\w-])/i;

const commitsIn = (yaml: FrontMatter): PrpFacts['commits'] =>
  yaml
    .all('commit')
    .flatMap(({ value }) => yaml.itemsOf(value) ?? [value])
    .flatMap((node) => yaml.scalarOf(node) ?? [])
    .flatMap(({ text, span: place }: Scalar) => {
      const hash = HASH.exec(text)?.[1]?.toLowerCase();
      return hash === undefined ? [] : [{ hash, span: place }];
    });

const misspeltIn = (yaml: FrontMatter): PrpFacts['misspeltKeys'] =>
  yaml.entries.flatMap(({ key, isOwn }) => {
    const meant = isOwn ? misspelt(key.text) : undefined;
    // where the right key is there too, the other one is something else
    return meant && yaml.all(meant).length === 0 ? [{ key: key.text, meant, span: key.span }] : [];
  });

const hoursIn = (yaml: FrontMatter): Pick<PrpFacts, 'effort' | 'actual'> => {
  const figure = (key: PrpKey): string | number | undefined => {
    const source = yaml.scalar(key)?.text;
    return source !== undefined && /^\d+(?:\.\d+)?$/.test(source) ? Number(source) : source;
  };
  const [hours, spent] = [figure('hours'), figure('actual')];
  return {
    effort: hours === undefined ? undefined : readEffort(hours),
    actual: spent === undefined ? undefined : readSpent(spent),
  };
};
