import { getTranslations } from "next-intl/server";
import { createOrganizationAction, leaveOrganizationAction } from "@/app/account/actions";
import { NewOrganization } from "@/components/organizations/new-organization";
import { MyOrganizations } from "@/components/people/my-organizations";
import { Card } from "@/components/ui/card";
import { type BindingPolicy, boundToOne } from "@/lib/domain/policy/combining";
import type { Membership } from "@/lib/operations/organization/list-my-memberships";

type Props = { memberships: Membership[]; policies: readonly BindingPolicy[] };

/** The organizations that somebody is a member of, and where they make one of their own. */
export async function OrganizationsSection({ memberships, policies }: Props) {
  const boundTo = boundToOne(policies);
  const t = await getTranslations("members");
  const refusal = await getTranslations("refusal");
  const inOrganizations = await getTranslations("organizations");
  return (
    <div id="organizations" className="scroll-mt-4">
      <Card title={t("leave.organizations")}>
        <div className="flex flex-col items-start gap-4">
          {memberships.length > 0 ? (
            <div className="w-full">
              <MyOrganizations memberships={memberships} leave={leaveOrganizationAction} />
            </div>
          ) : (
            <p className="text-muted">{inOrganizations("none")}</p>
          )}
          {boundTo === null ? (
            <NewOrganization create={createOrganizationAction} />
          ) : (
            <p className="text-muted">{refusal("bound_to_one_organization", { organization: boundTo })}</p>
          )}
        </div>
      </Card>
    </div>
  );
}
