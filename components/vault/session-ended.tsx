"use client";

import { KeyFailure } from "@/components/vault/key-failure";

type Props = {
  /** Log-in opens in another tab, so that what is typed behind a dialog stays. */
  aside?: boolean;
};

/**
 * Is shown instead of the question for the master password when the session has ended, because the password
 * would not open anything.
 */
export const SessionEnded = ({ aside = false }: Props) => (
  <div role="alert">
    <KeyFailure failure={{ code: "not_signed_in" }} keepsPage={aside} />
  </div>
);
