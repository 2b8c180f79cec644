import { correctClient } from "@/lib/operations/client/correct-client";
import { createClient } from "@/lib/operations/client/create-client";
import { listClients } from "@/lib/operations/client/list-clients";
import { renameClient } from "@/lib/operations/client/rename-client";
import { setClientSeats } from "@/lib/operations/client/set-client-seats";
import { enterClient } from "@/lib/operations/visit/enter-client";
import { keepVisit } from "@/lib/operations/visit/keep-visit";
import { leaveClient } from "@/lib/operations/visit/leave-client";
import { inPortal, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";
import { newClient } from "@/test/matrix/world";

const here = ({ organizationId }: Given) => ({ organizationId });

const everyUser = inPortal(["staff"]);
/** Service users look after clients, and make none. */
const admins = inPortal(["provider admin"]);

export const rows = [
  row(listClients, everyUser).with(({ providerId }) => ({ providerId })),
  row(renameClient, everyUser).with(({ providerId, organizationId }) => ({
    providerId,
    organizationId,
    name: "Renamed Client",
  })),
  row(setClientSeats, everyUser).with(({ providerId, organizationId }) => ({
    providerId,
    organizationId,
    seats: 60,
  })),
  row(createClient, admins).with(({ providerId }) => ({ providerId, ...newClient() })),
  row(correctClient, admins).with(({ providerId, fresh: { organizationId, plan, seats, ownerEmail } }) => ({
    providerId,
    organizationId,
    name: "Corrected Client",
    plan,
    seats,
    ownerEmail,
  })),
  row(enterClient, everyUser).with(here),
  // What is noted and ended is a visit of one's own session. Where there is none, there is nothing to leave.
  row(keepVisit, ofOneself()).with(here),
  row(leaveClient, inPortal(["visitors"], { key: "not_signed_in" })).with(here),
];
