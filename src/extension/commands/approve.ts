import { review } from './review';

export const approve = review('approved');
