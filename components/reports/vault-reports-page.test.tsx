// @vitest-environment happy-dom
import { randomUUID } from "node:crypto";
import { fireEvent, screen, within } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { openMyVault } from "@/components/items/open-my-vault";
import { vaultSource } from "@/components/reports/sources";
import { VaultReportsPage } from "@/components/reports/vault-reports-page";
import { messagesOf } from "@/lib/i18n/messages";
import { sealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { answered, failing, sent, untilKept } from "@/test/asked-vault";
import { show } from "@/test/components";
import { sealedText } from "@/test/people";
import { aLogin, aSealedRow, somebody } from "@/test/vault";

const words = messagesOf.en.reports;
let vault: Vault;
beforeAll(async () => {
  ({ vault } = await somebody("mia@client.example"));
});

async function rowsOfMia() {
  const shop = aLogin("Shop");
  const data = { ...shop.data, uris: [{ uri: "http://shop.example", match: null }] };
  return [
    { ...(await aSealedRow(vault, "Shop")), ...(await sealItem(vault, "user", { ...shop, data })) },
    { ...(await aSealedRow(vault, "Closed")), key: sealedText(5) },
    { ...(await aSealedRow(vault, "Trashed")), deletedAt: new Date() },
  ];
}

/** Runs the report about addresses on the page of somebody's vault, and answers its card. */
function run(asked: Parameters<typeof openMyVault>[1]) {
  show(<VaultReportsPage asked={asked} asksBreaches={false} account={null} />, vault);
  const card = screen.getByRole("heading", { name: words.names.unsecured }).closest("section");
  if (!card) throw new Error("each report has a card");
  fireEvent.click(within(card).getByRole("button", { name: words.run }));
  return within(card);
}

test("reports cover the logins that are not in the trash, with what opens their passwords", async () => {
  const rows = await rowsOfMia();
  const asked = { userId: randomUUID(), ask: answered(sent("1", rows)) };
  const { logins, closed, keptAt } = await vaultSource(asked, "Me")(vault);
  const [shop] = rows;
  const password = { ref: "user", key: shop?.key, sealed: shop?.data.password };
  expect(logins).toMatchObject([
    { id: shop?.id, name: "Shop", keptIn: "Me", href: `/vault?item=${shop?.id}`, isHidden: false, password },
  ]);
  expect([closed, keptAt]).toEqual([1, null]);
});

test("the page asks for the vault when a report is run", async () => {
  const card = run({ userId: randomUUID(), ask: answered(sent("1", await rowsOfMia())) });
  expect(await card.findByText("http://shop.example")).toBeTruthy();
  expect(card.queryByText(/could not be reached/)).toBeNull();
});

test("while the server is away, reports look at what this device has kept, and say so", async () => {
  const userId = randomUUID();
  await openMyVault(vault, { userId, ask: answered(sent("1", await rowsOfMia())) });
  await untilKept();
  const card = run({ userId, ask: failing("unreachable") });
  expect(await card.findByText("http://shop.example")).toBeTruthy();
  expect(card.getByText(/could not be reached/)).toBeTruthy();
});

test.each(["unreachable", "not_signed_in"] as const)(
  "where nothing was kept and the answer is %s, a report says that it could not be finished",
  async (code) => {
    const card = run({ userId: randomUUID(), ask: failing(code) });
    expect(await card.findByText(words.state.failed)).toBeTruthy();
  },
);
