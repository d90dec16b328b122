import type { PlanPriority } from '../model/lifecycle';
import type { Plan } from '../model/plan';

const FIRST = /^[^A-Za-z\d]*(?:very )?(critical|high|medium|low)(?![A-Za-z\d])/i;

/** The priority in the header of a PLAN; the first word decides: `HIGH - Critical for quality` is high. */
export const priorityOf = ({ facts }: Pick<Plan, 'facts'>): PlanPriority | undefined =>
  FIRST.exec(facts?.header.priority?.text ?? '')?.[1]?.toUpperCase() as PlanPriority | undefined;
