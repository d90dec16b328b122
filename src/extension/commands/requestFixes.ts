import { review } from './review';

export const requestFixes = review('fix');
