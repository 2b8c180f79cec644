// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { ClientStatus } from "@/components/clients/client-status";
import { show } from "@/test/components";

const badgesOf = (client: Parameters<typeof ClientStatus>[0]) =>
  show(<ClientStatus {...client} />).container.textContent;

test("a client without a seat left is not shown as one that is in order", () => {
  expect(badgesOf({ standing: "active", remaining: 1, toConfirm: 0 })).toBe("Active");
  expect(badgesOf({ standing: "active", remaining: 0, toConfirm: 0 })).toBe("No seat left");
  expect(badgesOf({ standing: "ownerless", remaining: 0, toConfirm: 0 })).toBe("No ownerNo seat left");
  expect(badgesOf({ standing: "suspended", remaining: 0, toConfirm: 0 })).toBe("Suspended");
});
