"use client";

import { useCallback, useState } from "react";
import { EventList } from "@/components/events/event-list";
import type { EventPage } from "@/components/events/events";
import { openSubjects, type SealedLog } from "@/components/events/open-subjects";
import { Decrypted } from "@/components/vault/decrypted";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  organizationId: string;
  first: EventPage;
  ask: (input: { organizationId: string; cursor: string }) => Promise<ActionResult<EventPage>>;
  getKey: AskOrganizationKey;
};

/**
 * The organization's log; later pages are asked for by the same query as the first. Where this device holds the
 * organization's key, collections and items go by their names.
 */
export function OrganizationEvents({ organizationId, first, ask, getKey }: Props) {
  const more = useCallback((cursor: string) => ask({ organizationId, cursor }), [organizationId, ask]);
  // In state, because `Decrypted` opens the same object once.
  const [sealedOf] = useState(() => {
    const sealed = new WeakMap<readonly EventPage[], SealedLog>();
    return (pages: readonly EventPage[]): SealedLog => {
      const known = sealed.get(pages);
      if (known) return known;
      const made = { organizationId, getKey, names: pages.flatMap(({ names }) => names ?? []) };
      sealed.set(pages, made);
      return made;
    };
  });
  return (
    <EventList
      first={first}
      ask={more}
      marksProvider
      named={(pages, rows) => (
        <Decrypted sealed={sealedOf(pages)} open={openSubjects} fallback={rows(new Map())}>
          {rows}
        </Decrypted>
      )}
    />
  );
}
