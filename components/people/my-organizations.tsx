"use client";

import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmAction } from "@/components/forms/confirm-action";
import { Avatar } from "@/components/ui/avatar";
import { Button } from "@/components/ui/button";
import { RowName } from "@/components/ui/row-name";
import type { Act } from "@/lib/http/result";
import type { Membership } from "@/lib/operations/organization/list-my-memberships";

type Props = {
  memberships: readonly Membership[];
  leave: Act<{ organizationId: string }>;
};

/** The organizations that somebody is a member of, each of which they can leave. */
export function MyOrganizations({ memberships, leave }: Props) {
  const t = useTranslations("members.leave");
  const roles = useTranslations("console.roles");
  const [leaving, setLeaving] = useState<Membership | null>(null);
  return (
    <>
      <ul className="flex flex-col gap-3">
        {memberships.map((membership) => {
          const { organizationId, name, role } = membership;
          return (
            <li key={organizationId} className="flex flex-wrap items-center gap-3">
              <div className="min-w-40 flex-1">
                <RowName
                  picture={<Avatar id={organizationId} name={name} kind="organization" />}
                  name={name}
                  detail={roles(role)}
                />
              </div>
              <Button
                variant="quiet"
                size="s"
                icon={<LogOut aria-hidden="true" />}
                aria-label={t("actionOf", { name })}
                onClick={() => setLeaving(membership)}
              >
                {t("action")}
              </Button>
            </li>
          );
        })}
      </ul>
      {leaving ? (
        <ConfirmAction
          title={t("title", { name: leaving.name })}
          confirm={t("action")}
          act={() => leave({ organizationId: leaving.organizationId })}
          done={t("done", { name: leaving.name })}
          onClose={() => setLeaving(null)}
        >
          {t("text")}
        </ConfirmAction>
      ) : null}
    </>
  );
}
