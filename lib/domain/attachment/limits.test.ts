import { expect, test } from "vitest";
import {
  attachmentsOfItem,
  largestSealedFile,
  mayAttachAnother,
  mayStoreMore,
  mayUploadAnother,
  partSize,
  partsOf,
  sizeOfPart,
  storageOfOwner,
  uploadsAtOnce,
} from "@/lib/domain/attachment/limits";
import { allow, refuse } from "@/lib/domain/decision";

test("a sealed file comes in parts that are together as long as it is", () => {
  for (const size of [65, partSize - 1, partSize, partSize + 1, largestSealedFile]) {
    const sizes = Array.from({ length: partsOf(size) }, (_, number) => sizeOfPart(size, number));
    expect(sizes.reduce((sum, each) => sum + each, 0)).toBe(size);
    expect(Math.min(...sizes)).toBeGreaterThan(0);
    expect(sizeOfPart(size, partsOf(size))).toBe(0);
  }
});

test.each(["person", "organization"] as const)(
  "the files of one %s fill its storage and no more",
  (owner) => {
    const limit = storageOfOwner[owner];
    expect(mayStoreMore({ owner, used: limit - 65, more: 65 })).toEqual(allow);
    expect(mayStoreMore({ owner, used: limit - 65, more: 66 })).toEqual(
      refuse("storage_full", { limit: limit / 1024 / 1024 }),
    );
  },
);

test("an item has so many files and no more", () => {
  expect(mayAttachAnother(attachmentsOfItem - 1)).toEqual(allow);
  expect(mayAttachAnother(attachmentsOfItem)).toEqual(
    refuse("too_many_attachments", { limit: attachmentsOfItem }),
  );
});

test("a person has so many uploads under way and no more", () => {
  expect(mayUploadAnother(uploadsAtOnce - 1)).toEqual(allow);
  expect(mayUploadAnother(uploadsAtOnce)).toEqual(refuse("too_many_uploads", { limit: uploadsAtOnce }));
});
