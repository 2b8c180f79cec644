import type { Database } from "@/db/client";
import type { People } from "@/db/seed/northbeam/people";
import type { Northbeam } from "@/db/seed/northbeam/scenario";
import type { Provider } from "@/db/seed/provider";
import type { ClientTagId, ItemId, OrganizationId } from "@/lib/domain/ids";
import type { SealedItem } from "@/lib/domain/item/sealed-item";
import type { OpenItem } from "@/lib/vault/item";

/** What the acts of the scenario share. */
export type World = {
  db: Database;
  scenario: Northbeam;
  people: People;
  /** A moment of the data, moved so that the data ends today. */
  when(told: Date): Date;
  /** The provider, with its owner signed in. */
  provider(): Promise<Provider>;
  /** Clients that were made, by the word that the data has for them. */
  organizations: Map<string, OrganizationId>;
  /** Tags that were made, by their names. */
  tags: Map<string, ClientTagId>;
  /** Logins that open a client's whole house, with what was kept of them. */
  privileged: Privileged[];
};

type Privileged = {
  client: string;
  opened: OpenItem<"login">;
  kept: SealedItem<"login"> & { itemId: ItemId; revisedAt: Date };
};

/** Something that happens at its moment. */
export type Act = { at: Date; act: () => Promise<void> };

export const minutes = (count: number) => count * 60_000;
export const days = (count: number) => count * 24 * 60 * 60_000;
export const after = (moment: Date, milliseconds: number) => new Date(Number(moment) + milliseconds);
