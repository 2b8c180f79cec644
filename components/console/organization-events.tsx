"use client";

import { useCallback, useState } from "react";
import { EventLog, type EventLogProps } from "@/components/events/event-log";
import type { EventPage, EventView, ListActors } from "@/components/events/events";
import { openSubjects, type SealedLog } from "@/components/events/open-subjects";
import { Decrypted } from "@/components/vault/decrypted";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import { useVault } from "@/components/vault/vault-provider";
import { kindsInLog } from "@/lib/domain/event-types";
import type { ActionResult } from "@/lib/http/result";

type Props = EventLogProps & {
  organizationId: string;
  ask: (input: { organizationId: string } & EventView) => Promise<ActionResult<EventPage>>;
  listActors: (input: { organizationId: string }) => ReturnType<ListActors>;
  getKey: AskOrganizationKey;
};

const kinds = kindsInLog("organization");

/**
 * The organization's log. Where this device holds the organization's key, collections and items go by their names.
 */
export function OrganizationEvents({ organizationId, ask, listActors, getKey, ...log }: Props) {
  const { withVault } = useVault();
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
    <EventLog
      {...log}
      kinds={kinds}
      ask={useCallback((view: EventView) => ask({ organizationId, ...view }), [organizationId, ask])}
      listActors={useCallback(() => listActors({ organizationId }), [organizationId, listActors])}
      namesOf={(page) => withVault((vault) => openSubjects(vault, sealedOf([page])))}
      marksProvider
      named={(pages, rows) => (
        <Decrypted sealed={sealedOf(pages)} open={openSubjects} fallback={rows(new Map())}>
          {rows}
        </Decrypted>
      )}
    />
  );
}
