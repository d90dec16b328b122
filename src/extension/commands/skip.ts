import { review } from './review';

export const skip = review('skipped');
