import { UserError } from '../../../shared/userError';

/** An edit that would have changed more than was asked; nothing was written. */
export class RefusedEdit extends UserError {
  /** A clause without a full stop. */
  readonly reason: string;

  constructor(reason: string) {
    super(`Nothing was changed: ${reason}.`);
    this.reason = reason;
  }
}
