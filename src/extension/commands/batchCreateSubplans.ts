import { batchCreate } from './batchCreate';

export const batchCreateSubplans = batchCreate('subplan');
