import { policies } from "@/db/schema/policies";
import { previewPolicy } from "@/lib/operations/organization/preview-policy";
import { setPolicy } from "@/lib/operations/organization/set-policy";
import { getMyPolicies } from "@/lib/operations/policy/get-my-policies";
import { listPolicies } from "@/lib/operations/policy/list-policies";
import { openBanner } from "@/lib/operations/policy/open-banner";
import { ask } from "@/lib/operations/query";
import { inConsole, ofOneself } from "@/test/matrix/expected";
import { type Given, row } from "@/test/matrix/row";

const here = ({ organizationId }: Given) => ({ organizationId });

/** Protocol chapter 8.3. */
const managers = inConsole(["owner", "admin", "visitors", "custom: manage_policies"]);

const wanted = { type: "remove_send", enabled: true } as const;

/** A change as it was previewed. */
async function aPreviewedChange({ tx, organizationId, places }: Given) {
  const input = { organizationId, ...wanted };
  const { mark } = await ask(tx, previewPolicy, places.owner.actor, input);
  return { ...input, data: null, preview: mark };
}

async function aBanner({ tx, organizationId }: Given) {
  const data = { message: "Welcome", linkText: "", linkUrl: "" };
  await tx.insert(policies).values({ organizationId, type: "vault_banner", enabled: true, data });
  return { organizationId };
}

export const rows = [
  row(listPolicies, managers).with(here),
  row(previewPolicy, managers).with(({ organizationId }) => ({ organizationId, ...wanted })),
  row(setPolicy, managers).with(aPreviewedChange),
  row(getMyPolicies, ofOneself()).with(() => ({})),
  row(openBanner, inConsole(["owner", "admin", "customs", "given"])).with(aBanner),
];
