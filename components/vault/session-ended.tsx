"use client";

import { KeyFailure } from "@/components/vault/key-failure";

/** Where a session has ended there is nothing to unlock: a master password would be typed in vain. */
export const SessionEnded = () => (
  <div role="alert">
    <KeyFailure failure={{ code: "not_signed_in" }} />
  </div>
);
