import { getTranslations } from "next-intl/server";
import { leaveOrganizationAction } from "@/app/account/actions";
import { MyOrganizations } from "@/components/people/my-organizations";
import { Card } from "@/components/ui/card";
import { load } from "@/lib/http/page";
import { listMyMemberships } from "@/lib/operations/organization/list-my-memberships";

/** Nothing for whoever is a member of none. */
export async function OrganizationsSection() {
  const memberships = await load(listMyMemberships, {});
  if (memberships.length === 0) return null;
  const t = await getTranslations("members");
  return (
    <Card title={t("leave.organizations")}>
      <MyOrganizations memberships={memberships} leave={leaveOrganizationAction} />
    </Card>
  );
}
