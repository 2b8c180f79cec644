"use client";

import { useTranslations } from "next-intl";
import { BlueprintSelect, type BlueprintSelectProps } from "@/components/blueprints/blueprint-select";

/** Which blueprint a new client is given, where the provider has some. A client can be given one later too. */
export function BlueprintChoice(props: BlueprintSelectProps) {
  const t = useTranslations("blueprints.choice");
  const words = { label: t("label"), hint: t("hint"), first: t("none") };
  return <BlueprintSelect {...props} words={words} optional empty={null} />;
}
