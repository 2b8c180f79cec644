"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ClientActions } from "@/components/clients/client-actions";
import type { ClientRow } from "@/components/clients/clients";
import { openTags, type SealedTags, type Tag } from "@/components/clients/tags";
import { Cancelled } from "@/components/forms/cancelled";
import { reach } from "@/components/forms/reach";
import { useMessages } from "@/components/forms/use-messages";
import { saveCsv } from "@/components/ui/save-file";
import { useToast } from "@/components/ui/toast";
import { useProviderKey } from "@/components/vault/use-provider-key";
import { planFacts } from "@/lib/domain/organization/plans";
import { shownStanding } from "@/lib/domain/provider/standing";

type Which = Omit<Parameters<ClientActions["exportClients"]>[0], "providerId">;

/**
 * Takes clients along as a CSV file: those of a view of the list, or those that were selected. Names of tags are opened
 * on this device, which may ask to unlock first.
 */
export function useExport(sealed: SealedTags, exportClients: ClientActions["exportClients"]) {
  const t = useTranslations("clients");
  const { failure } = useMessages();
  const toast = useToast();
  const withKey = useProviderKey(sealed.providerId, sealed.getKey);
  const [busy, setBusy] = useState(false);

  async function tagsOf(withTags: boolean): Promise<Tag[] | null> {
    if (!withTags || sealed.tags.length === 0) return [];
    const opened = await withKey((vault) => openTags(vault, sealed));
    if (opened.ok) return opened.result;
    toast.error(failure(opened.failure));
    return null;
  }

  async function save(which: Which, withTags: boolean) {
    const tags = await tagsOf(withTags);
    if (!tags) return;
    const answer = await reach(exportClients({ providerId: sealed.providerId, ...which }));
    if (!answer.ok) return toast.error(failure(answer.failure));
    const names = new Map<string, string>(tags.map(({ id, name }) => [id, name ?? t("tags.unreadable")]));
    const written = ({ id, name, plan, standing, assigned, used, remaining, toConfirm, tags }: ClientRow) => [
      name,
      shownStanding({ standing, remaining })
        .map((shown) => t(`list.standing.${shown}`))
        .join(", "),
      assigned,
      used,
      remaining,
      t(`plans.${planFacts[plan].tier}`),
      toConfirm,
      tags.flatMap((tag) => names.get(tag) ?? []).join(", "),
      id,
    ];
    const heads = [
      "client",
      "status",
      "assigned",
      "used",
      "remaining",
      "plan",
      "toConfirm",
      "tags",
      "id",
    ] as const;
    saveCsv("clients", [heads.map((head) => t(`columns.${head}`)), ...answer.result.clients.map(written)]);
    toast.success(t("export.done", { count: answer.result.clients.length }));
  }

  /** Without names of tags, nothing has to be unlocked. */
  async function run(which: Which, withTags = true) {
    setBusy(true);
    try {
      await save(which, withTags);
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
    } finally {
      setBusy(false);
    }
  }
  return { run, busy };
}
