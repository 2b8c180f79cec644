import { expect, test } from "vitest";
import { clientNameOf } from "@/components/events/client-name-of";

const client = { id: "one", name: "Now" };

test("a client goes by its present name, and one that has left by what the event said", () => {
  const entered = { type: "client.entered", details: { client: "Then" } } as const;
  expect(clientNameOf({ ...entered, client })).toBe("Now");
  expect(clientNameOf({ ...entered, client: null })).toBe("Then");
  expect(clientNameOf({ type: "client.removed", client: null, details: { name: "Then", seats: 3 } })).toBe(
    "Then",
  );
  expect(clientNameOf({ type: "client.renamed", client: null, details: { from: "a", to: "Then" } })).toBe(
    "Then",
  );
});

test("one that has left goes by what the provider's log called it, whatever the event is about", () => {
  const gone = { id: "one", name: null, formerName: "Then" };
  expect(clientNameOf({ type: "group.created", client: gone, details: { name: "Sales" } })).toBe("Then");
});

test("an event of a log of its own says nothing of what its client was called", () => {
  const gone = { id: "one", name: null };
  expect(clientNameOf({ type: "group.created", client: gone, details: { name: "Sales" } })).toBeNull();
  expect(clientNameOf({ type: "provider.updated", client: null, details: { name: "Us" } })).toBeNull();
});
