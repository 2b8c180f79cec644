import { sealedFileSize } from "@/lib/crypto/file-size";
import { allow, type Decision, refuse } from "@/lib/domain/decision";

const mebibyte = 1024 * 1024;

/** The largest file that is kept, before it is sealed. */
export const largestFile = 100 * mebibyte;

/** How much of a sealed file comes and goes at once: as much as one request may bring. */
export const partSize = mebibyte;

/** How many files one item can have. */
export const attachmentsOfItem = 100;

/** What all sealed files of one owner may take together: of a person's own items, and of an organization's. */
export const storageOfOwner = { person: 1024 * mebibyte, organization: 10 * 1024 * mebibyte };

/** How many uploads one person can begin within an hour. */
export const uploadsAnHour = 600;

/**
 * How many uploads one person can have under way. Together they keep half a gigabyte of their owners' room, which nobody
 * else sees or can end.
 */
export const uploadsAtOnce = 5;

/** How long an upload is under way without another part of it. */
export const uploadWaitsMs = 60 * 60 * 1000;

/** How long a part may take from being named in the bucket to being kept as a part. */
export const placedForMs = 60 * 60 * 1000;

/** How many parts of files that are gone one act takes away: a hundred megabytes in the database. */
export const partsRemovedAtOnce = 100;

/** How many objects the bucket is asked to remove at once. */
export const removedAtOnce = 20;

/** How many parts one person can send within an hour: all that an organization can keep, twice and more. */
export const partsAnHour = 25_000;

export const largestSealedFile = sealedFileSize(largestFile);

/** In how many parts a sealed file comes. */
export const partsOf = (size: number): number => Math.ceil(size / partSize);

/** How many bytes a part has, counted from 0; none beyond the last. */
export const sizeOfPart = (size: number, number: number): number =>
  Math.max(0, Math.min(partSize, size - number * partSize));

type Kept = {
  owner: keyof typeof storageOfOwner;
  /** How many bytes the owner's files take already, and how many are to come. */
  used: number;
  more: number;
};

/** Counted under the lock of the owner, with what is being uploaded. */
export const mayStoreMore = ({ owner, used, more }: Kept): Decision =>
  used + more > storageOfOwner[owner]
    ? refuse("storage_full", { limit: storageOfOwner[owner] / mebibyte })
    : allow;

/** Counted under the lock of the person. */
export const mayUploadAnother = (underWay: number): Decision =>
  underWay >= uploadsAtOnce ? refuse("too_many_uploads", { limit: uploadsAtOnce }) : allow;

/** Counted under the lock of the owner. */
export const mayAttachAnother = (there: number): Decision =>
  there >= attachmentsOfItem ? refuse("too_many_attachments", { limit: attachmentsOfItem }) : allow;
