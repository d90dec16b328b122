import type { ChildRow } from '../../facts/parentFacts';
import { type Child, childProgress, type Family } from '../../links/family';
import { orderDifferences } from '../../links/familyOrder';
import { tiersOf } from '../../links/tiers';
import { parentTitle } from '../../model/parent';
import { differenceWords, percentWords } from '../../words/family';
import { printable } from '../../words/printable';
import type { Problem } from '../rule';
import type { AcrossRule } from './acrossRule';

/** Figures in tables are rounded, and written now and then. */
const MOST_APART = 0.05;

export const parentDiffers: AcrossRule = {
  code: 'parent-differs',
  severity: 'info',
  summary: 'A GRAMMAPLAN or NORTH_STAR says something else than itself or its children',
  explanation:
    'The tables of the document are older than what they describe. Compared are the progress and the status of a child ' +
    'in several tables and with its files, the progress stated of the whole with the progress weighted by effort, and ' +
    'the order of children with what the PLANs say. Files and PLANs count. Differences of up to five points of percent ' +
    'are not reported.',
  example: {
    language: 'markdown',
    text:
      '| Child PLAN | Status | Progress |\n| --- | --- | --- |\n| PLAN_SEARCH.md | Complete | 100 % |\n\n' +
      '… and APPROVED files for 3 of the 8 achievements of PLAN_SEARCH.md',
  },
  fix: 'Bring the tables up to date, or review the achievements that are still open.',
  *check({ plans, families }) {
    const all = families();
    if (all.length === 0) return;
    for (const family of all) {
      for (const child of family.children) yield* childProblems(family, child);
      yield* wholeProblems(family);
    }
    for (const difference of orderDifferences(all, tiersOf(plans))) {
      const { family, row } = difference;
      yield { uri: family.parent.uri, span: row.span, message: `${printable(differenceWords(difference))}.` };
    }
  },
};

const areApart = (one: number, other: number): boolean => Math.abs(one - other) > MOST_APART;

/** What a row says of how far its child is. */
const saidIn = ({ progress, state }: ChildRow): number | undefined =>
  progress ?? (state === 'complete' ? 1 : undefined);

function* childProblems({ parent }: Family, child: Child): Generator<Problem> {
  const [first, ...others] = child.rows.filter((row) => saidIn(row) !== undefined);
  const said = first && saidIn(first);
  if (!first || said === undefined) return;
  const other = others.find((row) => areApart(saidIn(row) ?? said, said));
  const name = printable(child.name);
  if (other) {
    yield {
      uri: parent.uri,
      span: other.span,
      message: `Line ${first.line} says that ${name} is at ${percentWords(said)}, line ${other.line} at ${percentWords(saidIn(other) ?? 0)}.`,
      related: [{ uri: parent.uri, span: first.span, message: `${percentWords(said)} here` }],
    };
  }
  const files = childProgress(child);
  if (!files || files.isStated || !areApart(files.progress, said)) return;
  yield {
    uri: parent.uri,
    span: first.span,
    message: `This line says that ${name} is at ${percentWords(said)}, the files say ${percentWords(files.progress)}.`,
  };
}

function* wholeProblems({ parent, progress }: Family): Generator<Problem> {
  const [first] = parent.facts.stated;
  const all = first && progress();
  if (!first || !all || !areApart(first.progress, all.progress)) return;
  yield {
    uri: parent.uri,
    span: first.span,
    message: `This line says ${percentWords(first.progress)}, the children of ${printable(parentTitle(parent))} are at ${percentWords(all.progress)}${all.isByEffort ? ' by effort' : ''}.`,
  };
}
