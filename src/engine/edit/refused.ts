import { UserError } from '../../shared/userError';

/** An edit that would have changed more than was asked, with the reason; nothing was written. */
export class RefusedEdit extends UserError {
  constructor(reason: string) {
    super(`Nothing was changed: ${reason}.`);
  }
}
