import { readSections } from '../../document/markdown/heading';
import { scanLines } from '../../document/markdown/lines';
import { readPlanHeader } from '../../document/plan/planHeader';
import { askedChange } from '../../edit/guard/asked';
import type { AnalysedPlan } from '../../model/analysis';
import type { Lifecycle, LifecycleEvidence } from '../../model/lifecycle';
import { span } from '../../model/text';
import { contradictionsOf } from '../../state/stateOfPlan';
import { contradictionWords, STATE_TITLES } from '../../state/words';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

export const contradictingState: Rule = {
  code: 'contradicting-state',
  severity: 'warning',
  summary: 'The folder, the header and the files of a PLAN disagree about its state',
  explanation:
    'A plan is active, planned, paused, in the backlog, complete, superseded, abandoned or archived. Its folder ' +
    '(`a_paused/`, `archive/` …), the `**Status**` in its header and its files may each say so. Views need one ' +
    'answer. A source that says the plan is finished comes first, then the folder, then the header, then the files. A ' +
    'header that says complete does not count while feedback files show open achievements. The message names the ' +
    'sources that disagree, and the state that counts.',
  example: {
    language: 'markdown',
    text: '# PLAN: Shop\n\n**Status**: Complete\n\n… and APPROVED files for 13 of its 18 achievements',
  },
  fix:
    'Do one of these: bring the header up to date, move the plan to the right folder, or review the achievements ' +
    'that are still open. The quick fix updates the header if it holds nothing but a state.',
  *check(plan) {
    const contradicting = contradictionsOf(plan);
    if (contradicting.length === 0) return;
    const header = contradicting.find(({ source }) => source === 'header');
    const words = contradictionWords(contradicting);
    yield {
      uri: plan.facts ? plan.uri : (plan.achievements[0]?.uri ?? plan.uri),
      span: header?.span ?? span(0, 0),
      message: `${words.charAt(0).toUpperCase()}${words.slice(1)}: the plan counts as ${plan.state}.`,
      fixes: header && header.says !== plan.state ? fixesOf(plan, header) : [],
    };
  },
};

/** Marks, up to three words, marks: nothing is lost when they are written anew. */
const ONLY_STATE = /^[^A-Za-z\d([{]*[A-Za-z]+(?:[ -][A-Za-z]+){0,2}[^A-Za-z\d([{]*$/;

const fixesOf = ({ uri, state, facts }: AnalysedPlan, header: LifecycleEvidence): readonly Fix[] => {
  if (!ONLY_STATE.test(header.words)) return [];
  const title = STATE_TITLES[state];
  const at = header.span?.start ?? 0;
  const isHeading = facts?.sections.some(({ heading }) => heading.start <= at && at < heading.end);
  return [
    {
      title: `Write the state that counts into the header: ${title}`,
      preferred: false,
      uri,
      asked: askedChange('plan', [], 'status', ...(isHeading ? (['section'] as const) : [])),
      edits: (text) => writeState(text, header.words, state),
    },
  ];
};

const writeState = (text: string, before: string, state: Lifecycle) => {
  const scan = scanLines(text);
  const { status } = readPlanHeader(scan, readSections(scan));
  return status?.text === before ? [{ span: status.span, newText: STATE_TITLES[state] }] : [];
};
