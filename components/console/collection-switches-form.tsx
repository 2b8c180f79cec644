"use client";

import { useTranslations } from "next-intl";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useChangingForm } from "@/components/forms/use-changing-form";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { useToast } from "@/components/ui/toast";
import { collectionSwitches, SetCollectionSwitches } from "@/lib/domain/organization/inputs";
import type { OrganizationSwitches } from "@/lib/domain/organization/member";
import type { Act } from "@/lib/http/result";

const Chosen = SetCollectionSwitches.omit({ organizationId: true, shown: true });

type Props = {
  organizationId: string;
  switches: OrganizationSwitches;
  save: Act<z.input<typeof SetCollectionSwitches>>;
};

/** The four switches of how collections are managed, each with what it means. */
export function CollectionSwitchesForm({ organizationId, switches, save }: Props) {
  const t = useTranslations("console.settingsPage.switches");
  const toast = useToast();
  const form = useChangingForm({
    schema: Chosen,
    current: {
      limitCollectionCreation: switches.creationIsLimited,
      limitCollectionDeletion: switches.collectionDeletionIsLimited,
      limitItemDeletion: switches.deletionNeedsManage,
      allowAdminAccessToAllCollectionItems: switches.adminsReachAll,
    },
    save: (chosen: z.output<typeof Chosen>, shown) => save({ organizationId, ...chosen, shown }),
    onDone: () => {
      toast.success(t("saved"));
    },
  });
  return (
    <Card title={t("title")}>
      <Form form={form}>
        <p className="text-muted">{t("text")}</p>
        {collectionSwitches.map((name) => (
          <Checkbox key={name} {...form.fields.register(name)} hint={t(`${name}Hint`)}>
            {t(name)}
          </Checkbox>
        ))}
        <div>
          <SubmitButton form={form}>{t("save")}</SubmitButton>
        </div>
      </Form>
    </Card>
  );
}
