// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { MoreAboutClients } from "@/components/clients/more-about-clients";
import type { SealedTags } from "@/components/clients/tags";
import { show } from "@/test/components";

const sealed = {
  providerId: "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01",
  getKey: vi.fn(),
  tags: [{ id: "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a02", name: "", color: "teal" }],
} as unknown as SealedTags;

test("clients are exported without tags while the vault is locked, and what takes the password says so", async () => {
  const exportClients = vi.fn(async () => ({ ok: false as const, failure: { code: "unexpected" as const } }));
  const actions = { exportClients, makeTag: vi.fn(), changeTag: vi.fn(), deleteTag: vi.fn() };
  show(<MoreAboutClients sealed={sealed} view={{}} may={[]} heldBack={[]} actions={actions} />);
  fireEvent.click(screen.getByRole("button", { name: "More about clients" }));
  await screen.findByRole("menuitem", { name: /with names of tags \(takes the master password\)/ });
  fireEvent.click(screen.getByRole("menuitem", { name: "Export as CSV without tags" }));
  await vi.waitFor(() => expect(exportClients).toHaveBeenCalledOnce());
});
