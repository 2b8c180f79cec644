import { useEffect, useEffectEvent, useState } from "react";
import type { OpenSecret } from "@/components/items/item-secret";
import type { StillSealed } from "@/lib/vault/item";

/** A sealed text that is opened as soon as it is in sight. Null while it is not, or cannot be. */
export function useOpened(sealed: StillSealed | null, open: OpenSecret): string | null {
  const [text, setText] = useState<string | null>(null);
  const start = useEffectEvent((secret: StillSealed) => open(secret));
  useEffect(() => {
    if (!sealed) return;
    let isWanted = true;
    start(sealed).then(
      (opened) => isWanted && setText(opened),
      () => {},
    );
    return () => {
      isWanted = false;
    };
  }, [sealed]);
  return text;
}
