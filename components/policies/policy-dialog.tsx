"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { z } from "zod";
import { Form } from "@/components/forms/form";
import { SubmitButton } from "@/components/forms/submit-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { useAsked } from "@/components/forms/use-asked";
import { ImpactPreview } from "@/components/policies/impact-preview";
import { makeOwedCollections } from "@/components/policies/make-owed-collections";
import type { PolicyActions } from "@/components/policies/policy-actions";
import { PolicySetting } from "@/components/policies/policy-field";
import { fieldsOf } from "@/components/policies/policy-fields";
import {
  type CheckedPolicy,
  PolicyValues,
  settingsFor,
  type TypedPolicy,
} from "@/components/policies/policy-values";
import { useCurrentSettings } from "@/components/policies/use-current-settings";
import { Callout } from "@/components/ui/callout";
import { Dialog, DialogCancel, DialogFooter } from "@/components/ui/dialog";
import { Switch } from "@/components/ui/switch";
import { useToast } from "@/components/ui/toast";
import { useOrganizationKey } from "@/components/vault/use-organization-key";
import type { SetPolicy } from "@/lib/domain/policy/inputs";
import type { AnyPolicyData } from "@/lib/domain/policy/settings";
import { type PolicyType, policyFacts } from "@/lib/domain/policy/types";
import type { ActionResult } from "@/lib/http/result";

type Props = {
  organizationId: string;
  type: PolicyType;
  enabled: boolean;
  /** Null where nobody has set it yet. */
  data: AnyPolicyData;
  actions: PolicyActions;
  /** Somebody of the organization's provider looks. */
  isVisit: boolean;
  onOpen: (type: PolicyType) => void;
  onClose: () => void;
};

/** `isWhole`: every collection was made that members are to have of their own. */
type Saved = { revoked: number; isWhole: boolean };

/** Explains a policy, and turns it on or off once what that does was seen. */
export function PolicyDialog(props: Props) {
  const { organizationId, type, enabled, data, actions, isVisit, onOpen, onClose } = props;
  const t = useTranslations("policies");
  const by = isVisit ? "provider" : "member";
  const toast = useToast();
  const key = useOrganizationKey(organizationId, actions.getKey);
  const { requires, heldBy } = policyFacts[type];
  const saved = { enabled, settings: settingsFor(type, data, { collectionName: t("ownCollection") }) };
  const form = useActionForm<TypedPolicy, CheckedPolicy, CheckedPolicy, Saved>({
    schema: PolicyValues(type),
    defaultValues: saved,
    action: save,
    onDone: ({ revoked, isWhole }) => {
      const rest = isWhole ? undefined : t("collectionsLeft");
      toast.success(revoked > 0 ? t("savedRevoked", { count: revoked }) : t("saved"), rest);
      onClose();
    },
    kept: `policy ${type}`,
  });
  const [wanted, settings] = form.fields.watch(["enabled", "settings"]);
  const { preview } = actions;
  const { answer, askAgain } = useAsked(
    useCallback(
      () => preview({ organizationId, type, enabled: wanted }),
      [organizationId, type, wanted, preview],
    ),
  );
  const shown = answer?.ok ? answer.result : null;
  const isCurrent = useCurrentSettings(form, { saved, data }, shown);

  async function save(values: CheckedPolicy): Promise<ActionResult<Saved>> {
    const makes = (shown?.collections ?? 0) > 0;
    // The vault is unlocked first, so that nothing is turned on by somebody who then does not want to.
    const held = makes ? await key.seal(async () => null) : null;
    if (held && !held.ok) return held;
    // What was checked by the schema of this type fits it.
    const input = { organizationId, type, ...values, preview: shown?.mark ?? "" } as z.input<
      typeof SetPolicy
    >;
    const done = await actions.set(input);
    // Somebody else has changed something: what would be done now is shown.
    if (!done.ok) {
      askAgain();
      return done;
    }
    const isWhole = !makes || (await makeOwedCollections(organizationId, key, actions));
    return { ok: true, result: { ...done.result, isWhole } };
  }

  const isHeldBack = heldBy === "not_yet";
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t(`names.${type}`)}
      description={t(`texts.${type}`, { by })}
      size="l"
    >
      <Form form={form}>
        <Switch
          {...form.fields.register("enabled")}
          disabled={isHeldBack && !wanted}
          hint={t(`exempt.${policyFacts[type].exempt}`, { by })}
        >
          {t("turnOn")}
        </Switch>
        {fieldsOf[type]?.map((field) =>
          field.when && !field.when(settings) ? null : (
            <PolicySetting key={field.name} form={form} field={field} />
          ),
        )}
        {heldBy === "apps" ? <Callout title={t("heldByApps")}>{t("heldByAppsText")}</Callout> : null}
        {isHeldBack ? (
          <Callout tone="warn" title={t("notYet")}>
            {t("notYetText")}
          </Callout>
        ) : (
          <section aria-live="polite" aria-label={t("preview.title")}>
            <ImpactPreview
              answer={answer}
              enabled={wanted}
              askAgain={askAgain}
              onOpen={onOpen}
              requires={requires}
              by={by}
            />
          </section>
        )}
        <DialogFooter>
          <SubmitButton form={form} disabled={!shown || shown.blocked !== null || !isCurrent}>
            {t("save")}
          </SubmitButton>
          <DialogCancel />
        </DialogFooter>
      </Form>
    </Dialog>
  );
}
