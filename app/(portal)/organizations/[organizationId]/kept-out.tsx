import { notFound } from "next/navigation";
import { EnterClient } from "@/components/console/enter-client";
import { NoAccess } from "@/components/console/no-access";
import { Withdrawn } from "@/components/console/withdrawn";
import type { Refusal } from "@/lib/domain/refusal";
import { load } from "@/lib/http/page";
import { listWithdrawnPlaces } from "@/lib/operations/account/list-withdrawn-places";
import { getOrganizationFrame } from "@/lib/operations/organization/get-organization-frame";
import { getOrganizationSuspension } from "@/lib/operations/organization/get-suspension";
import { enterClientAction } from "./actions";

type Props = { organizationId: string; refusal: Refusal };

/** What is shown instead of a console. Its pages, when one of them is refused, have the frame asked for anew. */
export async function KeptOut({ organizationId, refusal }: Props) {
  switch (refusal) {
    case "client_not_entered":
      return <EnterClient organizationId={organizationId} enter={enterClientAction} />;
    case "provider_access_closed":
    case "provider_suspended":
      return <NoAccess why={refusal} />;
    case "organization_suspended": {
      const { provider } = await load(getOrganizationSuspension, { organizationId });
      return <NoAccess why={refusal} provider={provider} />;
    }
    case "not_signed_in":
    case "two_step_required":
    case "staff_access_ended":
      // `load` knows the way to log-in and back, to where a second step is set up, and to one's providers.
      await load(getOrganizationFrame, { organizationId });
      break;
    case "not_found": {
      const withdrawn = await load(listWithdrawnPlaces, {});
      const place = withdrawn.find((each) => each.organizationId === organizationId);
      if (place) return <Withdrawn place={place} />;
    }
  }
  notFound();
}
