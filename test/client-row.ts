import type { ClientRow } from "@/components/clients/clients";
import { OrganizationId } from "@/lib/domain/ids";

/** A client as a list shows it. */
export const client: ClientRow = {
  id: OrganizationId.parse("2f3f1f1e-2f69-4f6e-8a54-0a8a5f4b6d01"),
  name: "Fjord Logistics",
  plan: "teams_monthly",
  standing: "active",
  tags: [],
  toConfirm: 0,
  assigned: 8,
  used: 5,
  remaining: 3,
};
