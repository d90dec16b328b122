import { readPlan } from '../../document/plan/plan';
import { askedChange } from '../../edit/guard/asked';
import type { TextEdit } from '../../edit/textEdit';
import type { NextMarker } from '../../facts/planSays';
import type { AnalysedAchievement } from '../../model/analysis';
import { isReady } from '../../model/readiness';
import { span } from '../../model/text';
import { nameOf } from '../../model/uri';
import { isVariantOf } from '../common/sameTitle';
import type { Fix } from '../finding';
import type { Rule } from '../rule';

export const staleNext: Rule = {
  code: 'stale-next',
  severity: 'warning',
  summary: 'A PLAN names an achievement as next that is already complete',
  explanation:
    'Whoever resumes a plan reads the handoff first: `**Next**: Achievement 2.1` sends them to work that is done. An ' +
    'achievement is complete if its files prove it. Labels such as `Next`, `Next Action` and the first item below ' +
    '`What’s Next` count, except in logs and histories.',
  example: { language: 'markdown', text: '**Next**: Achievement 1.1 (Basket)' },
  fix: 'Name the achievement that comes next. The quick fix names the first one that is ready.',
  *check({ uri, facts, byId, achievements }) {
    if (!facts || byId.size === 0) return;
    const markers = facts.nextMarkers();
    if (markers.length === 0) return;
    const ready = achievements.find(isReady);
    for (const [nth, marker] of markers.entries()) {
      const done = byId.get(marker.id);
      if (done?.status !== 'complete') continue;
      const [proof] = done.evidence;
      yield {
        uri,
        span: marker.idSpan,
        message: `Achievement ${done.id} is complete.${ready ? ` ${ready.id} is ready.` : ''}`,
        related: proof
          ? [{ uri: proof.uri, span: span(0, 0), message: `${nameOf(proof.uri)} proves it` }]
          : [],
        fixes: ready && canTakePlace(marker, done) ? [nextFix(uri, nth, done, ready)] : [],
      };
    }
  },
};

/** Only what names the achievement that is done may be written over. */
const canTakePlace = ({ isPlain, title }: NextMarker, done: AnalysedAchievement): boolean =>
  isPlain && (title === undefined || isVariantOf(title, done.title));

/** @param nth which of the markers of the PLAN, from 0 */
const nextFix = (uri: string, nth: number, done: AnalysedAchievement, ready: AnalysedAchievement): Fix => ({
  title: `Name ${ready.id} as next: "${ready.title}"`,
  preferred: false,
  uri,
  asked: askedChange('plan', [done.id, ready.id], 'next', 'section'),
  edits: (text) => {
    const marker = readPlan(text).nextMarkers()[nth];
    return marker?.id === done.id && canTakePlace(marker, done) ? renamed(marker, ready) : [];
  },
});

const renamed = (
  { idSpan, title, titleSpan }: NextMarker,
  ready: AnalysedAchievement,
): readonly TextEdit[] =>
  title === undefined
    ? [{ span: idSpan, newText: `${ready.id} (${ready.title})` }]
    : [
        { span: idSpan, newText: ready.id },
        { span: titleSpan, newText: ready.title },
      ];
