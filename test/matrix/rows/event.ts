import { listLoggedClients } from "@/lib/operations/event/list-logged-clients";
import { listOrganizationActors } from "@/lib/operations/event/list-organization-actors";
import { listOrganizationEvents } from "@/lib/operations/event/list-organization-events";
import { listProviderActors } from "@/lib/operations/event/list-provider-actors";
import { listProviderEvents } from "@/lib/operations/event/list-provider-events";
import { inConsole, inPortal } from "@/test/matrix/expected";
import { row } from "@/test/matrix/row";

const organizationsLog = inConsole(["owner", "admin", "visitors", "custom: event_logs"]);
const providersLog = inPortal(["provider admin"]);

export const rows = [
  row(listOrganizationEvents, organizationsLog).with(({ organizationId }) => ({ organizationId })),
  row(listOrganizationActors, organizationsLog).with(({ organizationId }) => ({ organizationId })),
  row(listProviderEvents, providersLog).with(({ providerId }) => ({ providerId })),
  row(listLoggedClients, providersLog).with(({ providerId }) => ({ providerId })),
  row(listProviderActors, providersLog).with(({ providerId }) => ({ providerId })),
];
