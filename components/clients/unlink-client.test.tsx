// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { UnlinkClient } from "@/components/clients/unlink-client";
import type { Failure } from "@/lib/http/result";
import { client } from "@/test/client-row";
import { show } from "@/test/components";

function unlink(code: Failure["code"]) {
  const unused = () => Promise.reject(new Error("is not asked for"));
  const onClose = vi.fn();
  const getUnlinking = async () => ({ ok: false as const, failure: { code } });
  show(
    <UnlinkClient
      providerId="7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01"
      client={client}
      actions={{ unlink: unused, getUnlinking, deleteClient: unused, prove: unused }}
      onClose={onClose}
    />,
  );
  return onClose;
}

const load = { name: "Load the current version" };

test("of a client that is gone, what there is now is loaded instead", async () => {
  const onClose = unlink("not_found");
  expect((await screen.findByRole("alert")).textContent).toContain("This is not there any more");
  fireEvent.click(screen.getByRole("button", load));
  expect(onClose).toHaveBeenCalledOnce();
});

test("another reason is said, and nothing else would be loaded", async () => {
  unlink("busy");
  await screen.findByRole("alert");
  expect(screen.queryByRole("button", load)).toBeNull();
});
