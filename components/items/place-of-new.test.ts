import { expect, test } from "vitest";
import { placeOfCopy } from "@/components/items/place-of-new";

const own = { organizationId: null, name: "me", collections: [] };
const shared = {
  organizationId: "org",
  name: "Client",
  collections: [
    { id: "here", name: "Here" },
    { id: "there", name: "There" },
  ],
};

test("a copy begins where its item is, in the collections that one may put items into", () => {
  const item = { organizationId: "org", collectionIds: ["here", "only viewed"] };
  expect(placeOfCopy(item, [own, shared])).toEqual({ organizationId: "org", collectionIds: ["here"] });
  const mine = { organizationId: null, collectionIds: [] };
  expect(placeOfCopy(mine, [own, shared])).toEqual({ organizationId: "", collectionIds: [] });
});

test("it begins elsewhere only where nothing can be put beside its item", () => {
  const item = { organizationId: "org", collectionIds: ["here"] };
  expect(placeOfCopy(item, [own])).toEqual({ organizationId: "", collectionIds: [] });
});
