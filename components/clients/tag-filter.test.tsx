// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { TagFilter } from "@/components/clients/tag-filter";
import type { SealedTags } from "@/components/clients/tags";
import { Cancelled } from "@/components/forms/cancelled";
import { openOnce } from "@/components/vault/open-once";
import { useVaultKeeper, useVaultState, VaultContext } from "@/components/vault/vault-context";
import type { Vault } from "@/lib/vault/vault";
import { show } from "@/test/components";

vi.mock("next/navigation", async (original) => ({
  ...(await original<object>()),
  usePathname: () => "/clients",
  useSearchParams: () => new URLSearchParams(),
}));

const id = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a02";
const sealed = { providerId: "p", tags: [{ id, name: "2.sealed", color: "teal" }] } as unknown as SealedTags;
const opening = { holds: async () => true, openTexts: async () => ["Gold"] } as unknown as Vault;
const openings = openOnce(opening);

/** A page whose vault is locked until something asks for it; then it opens, or whoever is asked thinks better of it. */
function Page({ current, isCancelled = false }: { current: string | null; isCancelled?: boolean }) {
  const [isOpen, setOpen] = useState(false);
  const vault = { ...useVaultState(), ...useVaultKeeper() };
  const withVault: typeof vault.withVault = async (perform) => {
    if (isCancelled) throw new Cancelled();
    setOpen(true);
    return perform(opening);
  };
  return (
    <VaultContext value={{ ...vault, withVault, openings: isOpen ? openings : null }}>
      <TagFilter sealed={sealed} current={current} />
      <button type="button" onClick={() => setOpen(true)}>
        Unlock elsewhere
      </button>
    </VaultContext>
  );
}
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole("button", { name })));

test("tags that were asked for while the vault was locked open once it is not", async () => {
  show(<Page current={null} />);
  await press("Filter by tag");
  expect(screen.getByRole("menuitem", { name: "Gold" })).toBeTruthy();
});

test("they stay shut for whoever did not unlock, or unlocked for something else", async () => {
  show(<Page current={null} isCancelled />);
  await press("Filter by tag");
  expect(screen.queryByRole("menuitem")).toBeNull();
  await press("Unlock elsewhere");
  expect(screen.queryByRole("menuitem")).toBeNull();
});

test("a tag that stands in the address has its name as soon as the vault is open", async () => {
  show(<Page current={id} />);
  expect(screen.getByRole("button", { name: "Filtered by a tag" })).toBeTruthy();
  await press("Unlock elsewhere");
  expect(screen.getByRole("button", { name: "Tag: Gold" })).toBeTruthy();
});
