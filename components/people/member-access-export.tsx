"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { openCollectionNames } from "@/components/collections/open-collection-names";
import { Cancelled } from "@/components/forms/cancelled";
import { everyPage } from "@/components/lists/every-page";
import { memberAccessRows } from "@/components/people/member-access-rows";
import type { AskMemberCollections } from "@/components/people/member-reach-drawer";
import { Button } from "@/components/ui/button";
import { saveCsv } from "@/components/ui/save-file";
import { useToast } from "@/components/ui/toast";
import type { AskOrganizationKey } from "@/components/vault/hold-key";
import { useVault } from "@/components/vault/vault-provider";
import type { ActionResult } from "@/lib/http/result";
import type { MemberAccessReport, MemberReach } from "@/lib/operations/organization/report-member-access";
import type { ReachedCollection } from "@/lib/operations/organization/report-member-collections";

type Page = { organizationId: string; search: string; cursor: string | null };

type Props = {
  organizationId: string;
  /** What is searched for: the file has the same members as the page. */
  search: string;
  ask: (page: Page) => Promise<ActionResult<MemberAccessReport>>;
  askCollections: AskMemberCollections;
  getKey: AskOrganizationKey;
};

/** Saves the whole report as a file. It is made here, because only this device can open the names of collections. */
export function MemberAccessExport({ organizationId, search, ask, askCollections, getKey }: Props) {
  const t = useTranslations("members.report");
  const roles = useTranslations("console.roles");
  const permissions = useTranslations("collections.permissions");
  const { withVault } = useVault();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);

  async function collectionsOf(members: readonly MemberReach[]) {
    const memberIds = members.map(({ id }) => id);
    if (memberIds.length === 0) return new Map<string, ReachedCollection[]>();
    const answer = await askCollections({ organizationId, memberIds });
    if (!answer.ok) throw new Error(answer.failure.code);
    return new Map(answer.result.map(({ id, collections }) => [id as string, collections]));
  }

  async function save() {
    setBusy(true);
    const words = { role: roles, permission: permissions, byName: t("byName"), everything: t("all") };
    const head = ["name", "email", "role", "groups", "collection", "permission", "through", "items"] as const;
    const lines: (string | number)[][] = [head.map((column) => t(`columns.${column}`))];
    try {
      await everyPage(
        (cursor) => ask({ organizationId, search, cursor }),
        async ({ members }) => {
          const collections = await collectionsOf(members);
          const sealed = new Map(
            [...collections.values()].flat().map(({ collectionId: id, name }) => [id, { id, name }]),
          );
          const names = await withVault((vault) =>
            openCollectionNames(vault, { organizationId, getKey, rows: [...sealed.values()] }),
          );
          lines.push(
            ...members.flatMap((member) =>
              memberAccessRows(member, collections.get(member.id) ?? [], names, words),
            ),
          );
        },
      );
      saveCsv("member-access", lines);
    } catch (error) {
      if (!(error instanceof Cancelled)) toast.error(t("exportFailed"));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button variant="quiet" icon={<Download aria-hidden="true" />} busy={isBusy} onClick={() => void save()}>
      {t("export")}
    </Button>
  );
}
