import { estimateField } from '../document/effort';
import { type Estimate, readEstimate } from '../document/estimate/estimate';
import type { AchievementId } from '../model/achievement';
import type { AnalysedPlan } from '../model/analysis';
import { type Place, type Span, span } from '../model/text';

/** An estimate as a document states it. */
export interface StatedEstimate extends Place {
  readonly id: AchievementId;
  readonly estimate: Estimate;
  readonly by: 'plan' | 'parallel.json';
  /** Where its {@link Estimate.leftover} stands in the document. */
  readonly leftover: Span | undefined;
}

/** The estimates that are text, of the PLAN and of parallel.json, in text order. */
export function* statedEstimates({ uri, facts, parallel }: AnalysedPlan): Generator<StatedEstimate> {
  for (const achievement of facts?.achievements ?? []) {
    const field = estimateField(achievement.fields);
    if (field) yield { by: 'plan', id: achievement.id, uri, ...estimateAt(field.value, field.valueSpan, 0) };
  }
  for (const { id, estimate } of parallel?.facts.achievements ?? []) {
    if (!estimate || !parallel) continue;
    const { value, span: quoted } = estimate;
    // with escapes in it the text is shorter than it is written
    const quote = quoted.end - quoted.start === value.length + 2 ? 1 : undefined;
    yield { by: 'parallel.json', id, uri: parallel.uri, ...estimateAt(value, quoted, quote) };
  }
}

const estimateAt = (
  text: string,
  place: Span,
  quote: number | undefined,
): Pick<StatedEstimate, 'span' | 'estimate' | 'leftover'> => {
  const estimate = readEstimate(text);
  const { leftover } = estimate;
  const isExact = leftover && quote !== undefined;
  return {
    span: place,
    estimate,
    leftover: isExact ? movedBy(leftover, place.start + quote) : leftover && place,
  };
};

const movedBy = ({ start, end }: Span, by: number): Span => span(start + by, end + by);
