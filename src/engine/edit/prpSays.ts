import { readPrp } from '../document/prp';
import { span } from '../model/text';
import { type DocumentSays, OWN } from './documentSays';

/** What the front matter of a PRP file says. */
export const prpSays = (text: string): DocumentSays => {
  const { id, idSpan, title, dependencies, dependencyList, claimedStatus, effort, actual, problems } =
    readPrp('', text);
  const end = dependencyList?.items.reduce((last, item) => Math.max(last, item.end), dependencyList.keyEnd);
  return {
    facts: [
      {
        kind: 'header',
        about: '',
        says: JSON.stringify([id, title, claimedStatus, effort, actual]),
        span: idSpan,
      },
    ],
    edges: dependencies.map((each) => ({ dependent: OWN, dependency: each.id, span: each.span })),
    places: dependencyList
      ? [
          {
            about: OWN,
            label: span(dependencyList.keyEnd - 1, dependencyList.keyEnd),
            block: span(dependencyList.keyEnd - 1, end ?? dependencyList.keyEnd),
          },
        ]
      : [],
    problems: problems.length,
  };
};
