import { furtherMeaning } from '../../document/words/furtherWords';
import { askedChange } from '../../edit/guard/asked';
import { writeStatus } from '../../edit/json/valueEdits';
import type { Status } from '../../model/achievement';
import type { AnalysedAchievement } from '../../model/analysis';
import { span } from '../../model/text';
import { nameOf } from '../../model/uri';
import type { RelatedPlace } from '../finding';
import type { Rule } from '../rule';

const WORDS: Readonly<Record<Status, string>> = {
  not_started: 'not started',
  subplan_created: 'SUBPLAN created',
  execution_created: 'EXECUTION_TASK created',
  in_progress: 'in progress',
  complete: 'complete',
  failed: 'failed',
  skipped: 'skipped',
};

export const claimedStatus: Rule = {
  code: 'claimed-status',
  severity: 'warning',
  summary: 'The files contradict a status in parallel.json',
  explanation:
    'The files of an achievement prove its status: SUBPLAN, EXECUTION_TASK, APPROVED, FIX and SKIPPED. A status in ' +
    'parallel.json is only a claim, and no view believes it. A wrong one misleads people and scripts that read the ' +
    'file. Plans without any such file are not checked.',
  example: {
    language: 'json',
    text: '{ "achievement_id": "1.1", "dependencies": [], "status": "complete" }',
  },
  fix: 'Leave the status out, or write the one that the files prove. The quick fix writes it.',
  *check({ facts, byId, parallel, achievements }) {
    if (!facts || !parallel) return;
    let hasEvidence: boolean | undefined;
    for (const { id, claimedStatus: claim } of parallel.facts.achievements) {
      const claimed = claim && statusNamed(claim.value);
      const actual = claimed && byId.get(id);
      if (!claim || !claimed || !actual || actual.status === claimed) continue;
      hasEvidence ??= achievements.some(({ evidence }) => evidence.length > 0);
      if (!hasEvidence) return;
      const { status } = actual;
      yield {
        uri: parallel.uri,
        span: claim.span,
        message: `The files say that ${id} is ${WORDS[status]}, not ${WORDS[claimed]}.`,
        related: proofOf(actual),
        fixes: [
          {
            title: `Write what the files say: ${status}`,
            preferred: false,
            uri: parallel.uri,
            asked: askedChange('parallel', [id], 'status'),
            edits: (text) => writeStatus(text, id, status),
          },
        ],
      };
    }
  },
};

const proofOf = ({ id, evidence }: AnalysedAchievement): readonly RelatedPlace[] =>
  evidence
    .slice(0, 1)
    .map(({ uri }) => ({ uri, span: span(0, 0), message: `${nameOf(uri)} decides about ${id}` }));

/** What is no status at all is up to the schema. */
const statusNamed = (text: string): Status | undefined => {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  const further = furtherMeaning(text);
  if (further === 'complete') return 'complete';
  if (further === 'not started') return 'not_started';
  return Object.hasOwn(WORDS, name) ? (name as Status) : undefined;
};
