"use client";

import { type ReactNode, Suspense, use } from "react";
import { NotOpened } from "@/components/vault/not-opened";
import type { Open, OpenOnce } from "@/components/vault/open-once";
import { useRetry } from "@/components/vault/use-retry";
import { useVaultKeeper } from "@/components/vault/vault-context";

type Props<Sealed extends object, Opened> = {
  /**
   * As it came from the server, in the props of a page: the same object is opened once. One made while
   * rendering, in `useMemo` too, is made anew each time a transition suspends, and would never be open.
   */
  sealed: Sealed;
  open: Open<Sealed, Opened>;
  /** Shown while locked, while opening, and on the server. */
  fallback: ReactNode;
  /** Shown where it cannot be opened; the fallback where that says enough. */
  failed?: ReactNode;
  children: (opened: Opened) => ReactNode;
};

/** Opens what is sealed, and gives it to its children. Nothing else on a page turns ciphertext into text. */
export function Decrypted<Sealed extends object, Opened>(props: Props<Sealed, Opened>) {
  const { openings } = useVaultKeeper();
  if (!openings) return props.fallback;
  return (
    <Suspense fallback={props.fallback}>
      <Opened openings={openings} {...props} />
    </Suspense>
  );
}

function Opened<Sealed extends object, Content>(props: Props<Sealed, Content> & { openings: OpenOnce }) {
  const { openings, sealed, open, fallback, failed = fallback, children } = props;
  const { retry } = useRetry(openings, sealed);
  const outcome = use(openings.opened(sealed, open));
  if (outcome.ok) return children(outcome.opened);

  return (
    <>
      <NotOpened failure={outcome.failure} retry={retry} />
      {failed}
    </>
  );
}
