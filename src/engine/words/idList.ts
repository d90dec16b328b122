import { listed } from '../../shared/listed';
import { printable } from './printable';

/** Ids or names with commas, safe to print; a long list is cut with the number left out. */
export const idList = (ids: readonly string[]): string => listed(ids.map(printable));
