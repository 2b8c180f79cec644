"use client";

import { ArrowRight, Building2, Keyboard, KeyRound, UserRound } from "lucide-react";
import { useTranslations } from "next-intl";
import type { NavEntry } from "@/components/shell/nav-entry";
import { openShortcuts } from "@/components/shell/shortcuts-dialog-state";
import type { Offered } from "@/components/shell/switcher-state";
import type { Entry, Section } from "@/components/switcher/entry";
import { fitting } from "@/components/switcher/fitting";
import { useOwnActs } from "@/components/switcher/use-own-acts";
import { useLeaveFor } from "@/components/ui/unsaved";
import type { FoundClients } from "@/lib/operations/client/find-clients";
import type { MyPlaces } from "@/lib/operations/organization/list-my-places";

type Given = {
  typed: string;
  offered: Offered;
  places: MyPlaces;
  found: Pick<FoundClients, "recent" | "clients">;
};

const leaves = (entries: readonly NavEntry[]): NavEntry[] =>
  entries.flatMap((entry) => entry.children ?? [entry]);

/** Everything that the switcher offers for what is typed, in its sections. */
export function useSections({ typed, offered, places, found }: Given): Section[] {
  const t = useTranslations("ui.switcher");
  const leaveFor = useLeaveFor();
  const ownActs = useOwnActs();
  const to = (href: string) => () => leaveFor(href);

  const clientOf = ({ id, name }: FoundClients["clients"][number]): Entry => ({
    id: `client ${id}`,
    label: name,
    client: true,
    run: to(`/organizations/${id}`),
  });
  const pageOf = ({ label, href, icon }: NavEntry): Entry => ({
    id: `page ${href}`,
    label,
    icon: icon ?? <ArrowRight aria-hidden="true" />,
    run: to(href),
  });
  const consoles = places.consoles.map(
    ({ id, name }): Entry => ({
      id: `console ${id}`,
      label: name,
      detail: t("console"),
      client: true,
      run: to(`/organizations/${id}`),
    }),
  );
  const portals = places.portals.map(
    ({ id, name }): Entry => ({
      id: `portal ${id}`,
      label: name ?? "",
      detail: t("portal"),
      icon: <Building2 aria-hidden="true" />,
      run: to(`/providers/${id}`),
    }),
  );
  const own = [
    { id: "page /vault", label: t("vault"), icon: <KeyRound aria-hidden="true" />, run: to("/vault") },
    { id: "page /account", label: t("account"), icon: <UserRound aria-hidden="true" />, run: to("/account") },
  ];
  const pages = leaves(offered.pages).map(pageOf);
  const taken = new Set(pages.map(({ id }) => id));
  const help = {
    id: "help",
    label: t("shortcuts"),
    icon: <Keyboard aria-hidden="true" />,
    run: openShortcuts,
  };

  // The server has searched the clients already.
  const clients: Section[] = typed
    ? [{ id: "clients", title: t("clients"), entries: found.clients.map(clientOf) }]
    : [
        { id: "recent", title: t("recent"), entries: found.recent.map(clientOf) },
        { id: "clients", title: t("clients"), entries: unlessRecent(found).map(clientOf) },
      ];
  return [
    ...clients.filter(({ entries }) => entries.length > 0),
    ...fitting(
      [
        { id: "pages", title: t("pages"), entries: pages },
        { id: "acts", title: t("acts"), entries: [...offered.acts.map(pageOf), ...ownActs, help] },
        {
          id: "places",
          title: t("places"),
          entries: [...consoles, ...portals, ...own.filter(({ id }) => !taken.has(id))],
        },
      ],
      typed,
    ),
  ];
}

const unlessRecent = ({ recent, clients }: Given["found"]) =>
  clients.filter(({ id }) => !recent.some((one) => one.id === id));
