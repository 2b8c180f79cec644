"use client";

import { KeyFailure } from "@/components/vault/key-failure";

type Props = {
  /** In a tab of its own, so that what is typed behind a dialog stays. */
  aside?: boolean;
};

/** Where a session has ended there is nothing to unlock: a master password would be typed in vain. */
export const SessionEnded = ({ aside = false }: Props) => (
  <div role="alert">
    <KeyFailure failure={{ code: "not_signed_in" }} keepsPage={aside} />
  </div>
);
