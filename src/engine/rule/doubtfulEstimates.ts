import { estimateField } from '../document/estimate/effort';
import { type Estimate, isDoubtful, readEstimate } from '../document/estimate/estimate';
import type { AnalysedPlan } from '../model/analysis';
import type { AchievementId } from '../model/ids';
import { type Place, type Span, span } from '../model/text';

/** An estimate as a document states it. */
export interface StatedEstimate extends Place {
  readonly id: AchievementId;
  readonly estimate: Estimate;
  readonly by: 'plan' | 'parallel.json';
  /** Where its {@link Estimate.leftover} stands in the document. */
  readonly leftover: Span | undefined;
}

/** The estimates of the PLAN and of parallel.json that are text and not wholly understood, in text order. */
export function* doubtfulEstimates({ uri, facts, parallel }: AnalysedPlan): Generator<StatedEstimate> {
  for (const each of facts?.achievements ?? []) {
    if (!each.mayDoubtEffort) continue;
    const { id, fields } = each;
    const field = estimateField(fields);
    const estimate = field && doubtful(field.value);
    if (estimate) yield { by: 'plan', id, uri, estimate, ...placesOf(estimate, field.valueSpan, 0) };
  }
  for (const { id, estimate: located } of parallel?.facts.achievements ?? []) {
    const estimate = located && doubtful(located.value);
    if (!estimate || !parallel) continue;
    const { value, span: quoted } = located;
    // with escapes in it the text is shorter than it is written
    const quote = quoted.end - quoted.start === value.length + 2 ? 1 : undefined;
    yield { by: 'parallel.json', id, uri: parallel.uri, estimate, ...placesOf(estimate, quoted, quote) };
  }
}

const doubtful = (text: string): Estimate | undefined => {
  const estimate = readEstimate(text);
  return isDoubtful(estimate) ? estimate : undefined;
};

/** `quote`: what stands in front of the text in its place; undefined where its offsets are others. */
const placesOf = (
  { leftover }: Estimate,
  place: Span,
  quote: number | undefined,
): Pick<StatedEstimate, 'span' | 'leftover'> => {
  if (!leftover || quote === undefined) return { span: place, leftover: leftover && place };
  const start = place.start + quote;
  return { span: place, leftover: span(start + leftover.start, start + leftover.end) };
};
