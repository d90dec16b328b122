import { type PrpList, readPrp } from '../document/prp/prp';
import { span } from '../model/text';
import { type DependencyPlace, type DocumentSays, OWN } from './documentSays';

/** What the front matter of a PRP file says. */
export const prpSays = (text: string): DocumentSays => {
  const facts = readPrp('', text);
  const { idSpan, dependencies, dependencyList, problems } = facts;
  const says = JSON.stringify([
    ...[facts.id, facts.title, facts.claimedStatus, facts.effort, facts.actual],
    ...[facts.batch?.name, facts.stage?.number, facts.files.map(({ path }) => path)],
    facts.commits.map(({ hash }) => hash),
  ]);
  return {
    facts: [{ kind: 'header', about: '', says, span: idSpan }],
    edges: dependencies.map((each) => ({
      dependent: OWN,
      dependency: each.id,
      named: each.id,
      span: each.span,
    })),
    places: dependencyList ? placesOf(dependencyList) : [],
    problems: problems.length,
  };
};

/** The key, and the last item, behind which the next one comes. */
const placesOf = ({ keyEnd, items }: PrpList): readonly DependencyPlace[] => {
  const key = span(keyEnd - 1, keyEnd);
  const last = items.at(-1) ?? key;
  const block = span(key.start, Math.max(last.end, key.end));
  return [key, last].map((label) => ({ about: OWN, label, block }));
};
